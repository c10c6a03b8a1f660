"""What everything ran on."""

import os
import platform
import subprocess
from pathlib import Path

FEATURES = ("avx2", "avx512f", "avx512_vnni", "avx512_bf16", "amx_tile", "asimd", "sve")


def field(text, name):
    lines = (line for line in text.splitlines() if line.startswith(name))
    return next(lines, ":").split(":", 1)[1].strip()


def host():
    cpuinfo = Path("/proc/cpuinfo")
    meminfo = Path("/proc/meminfo")
    text = cpuinfo.read_text() if cpuinfo.exists() else ""
    flags = (field(text, "flags") or field(text, "Features")).split()
    memory = field(meminfo.read_text(), "MemTotal") if meminfo.exists() else ""
    return {
        "cpu": field(text, "model name") or platform.processor() or platform.machine(),
        "cores": os.cpu_count(),
        "features": [name for name in FEATURES if name in flags],
        "memory_gib": round(int(memory.split()[0]) / 1024**2, 1) if memory else None,
        "system": platform.platform(),
    }


def java_version():
    told = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True)
    return told.stderr.splitlines()[0]
