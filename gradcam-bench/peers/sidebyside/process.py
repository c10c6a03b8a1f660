"""Runs one process, and says what it answered, how long it took and how much memory it had."""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

PATIENCE_SECONDS = 600
KIB = 1024


class Failed(Exception):
    """A process ended badly; `answer` is what it had said before."""

    def __init__(self, message, answer=None):
        super().__init__(message)
        self.answer = answer


@dataclass(frozen=True)
class Done:
    text: str
    seconds: float
    peak_mib: float
    seconds_to_file: float | None = None

    @property
    def answer(self):
        return last_json(self.text)


def last_json(text):
    lines = [line for line in text.splitlines() if line.startswith("{")]
    return json.loads(lines[-1]) if lines else None


def environment():
    return {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}


def run(command, until_file=None):
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command], stdout=out, stderr=err, env=environment()
        )
        timer = threading.Timer(PATIENCE_SECONDS, process.kill)
        timer.start()
        appeared = None
        while until_file and appeared is None and process_runs(process.pid):
            if until_file.exists() and until_file.stat().st_size > 0:
                appeared = time.perf_counter() - start
            time.sleep(0.002)
        # Not Popen.wait: only wait4 tells this process's own peak memory.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        timer.cancel()
        process.returncode = code = os.waitstatus_to_exitcode(status)
        if until_file and appeared is None and until_file.exists():
            appeared = seconds
        out.seek(0)
        err.seek(0)
        text = out.read().decode(errors="replace")
        errors = err.read().decode(errors="replace")
    if code != 0 or (until_file and appeared is None):
        tail = "\n  ".join(errors.strip().splitlines()[-15:])
        raise Failed(f"exit code {code} of: {' '.join(map(str, command))}\n  {tail}", last_json(text))
    unit = 1 if sys.platform == "darwin" else KIB
    return Done(text + errors, seconds, usage.ru_maxrss * unit / KIB / KIB, appeared)


def process_runs(pid):
    """Whether it has not ended yet; does not reap it."""
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
