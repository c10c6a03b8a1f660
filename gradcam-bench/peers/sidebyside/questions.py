"""What is asked of a process, and what follows from its answer."""

import os
import shutil
from dataclasses import dataclass

from sidebyside.arguments import GRADCAM, MODULE
from sidebyside.process import Failed, run

CLI_BATCH = 4
PEER_BATCH = 8
CALLERS = 4
MAPS = CALLERS * 40  # as both halves do unless told otherwise
LAYERS = {"resnet50": "layer4", "vgg16": "features.29", "mobilenet_v2": "features.18"}


@dataclass(frozen=True)
class Cost:
    network: str
    batch: int
    who: str

    def ask(self, commands, results):
        seconds = commands.args.seconds
        more = ["--batch", self.batch, "--warm", seconds / 2, "--seconds", seconds]
        done = run(commands.ask("cost", self.who, self.network, *more))
        forward, map_ = done.answer["forward"], done.answer["map"]

        def add(question, unit, value):
            results.add(question, self.network, self.batch, self.who, unit, value)

        add("forward", "s", forward)
        add("ratio", "×", map_ / forward)
        add("maps_per_second", "maps/s", self.batch / map_)
        add("peak_rss", "MiB", done.peak_mib)
        if "five" in done.answer:
            add("five_classes", "×", done.answer["five"] / forward)
        return f"forward {1000 * forward:.1f} ms, map ×{map_ / forward:.3f}"


@dataclass(frozen=True)
class Folder:
    """A folder of photos to pictures; the whole process, and without its start."""

    network: str
    who: str
    batch: int

    def ask(self, commands, results):
        args = commands.args
        out = args.work / "pictures"
        shutil.rmtree(out, ignore_errors=True)
        done = run(self.command(commands, args.work / "photos", out))
        pictures = sum(1 for _ in out.rglob("*.png"))
        if pictures != args.count:
            raise Failed(f"{self.who} drew {pictures} pictures of {args.count} photos")
        steady = args.count / told_seconds(done.text)
        rate = args.count / done.seconds

        def add(question, unit, value):
            results.add(question, self.network, self.batch, self.who, unit, value)

        add("folder", "photos/s", rate)
        add("folder_without_start", "photos/s", steady)
        if self.who in GRADCAM:
            forward = self.forward(commands)
            add("folder_to_forward", "×", rate / forward)
            add("folder_without_start_to_forward", "×", steady / forward)
        shutil.rmtree(out)
        return f"{rate:.1f} photos/s, {steady:.1f} without its start"

    def command(self, commands, photos, out):
        args, files = commands.args, commands.files[self.network]
        if self.who in GRADCAM:
            return [
                *(args.gradcam, "explain", photos, "--model", files["djl"]),
                *("--layer", LAYERS[self.network], "--threads", args.threads),
                *("--format", "png", "--out", out),
            ]
        script = MODULE / "peers" / "scripts" / "folder.py"
        return [
            *(commands.python()[0], script, photos, out, "--network", self.network),
            *("--weights", files["weights"], "--batch", self.batch, "--threads", args.threads),
        ]

    def forward(self, commands):
        """The best plain throughput of the same network, beside it in time: images a second."""
        seconds = commands.args.seconds
        more = ["--batch", "1,4,8", "--warm", seconds / 2, "--seconds", seconds]
        answer = run(commands.ask("forward", self.who, self.network, *more)).answer
        return max(int(batch) / took for batch, took in answer.items())


def told_seconds(text):
    line = next(line for line in text.splitlines() if "photos explained in" in line)
    return float(line.split("photos explained in")[1].split()[0])


@dataclass(frozen=True)
class ColdStart:
    """From the process's start to the first picture on disk."""

    who: str

    def ask(self, commands, results):
        args = commands.args
        picture = args.work / "first.png"
        picture.unlink(missing_ok=True)
        photo = sorted((args.work / "photos").iterdir())[0]
        if self.who in GRADCAM:
            command = [args.gradcam, "explain", photo, "--out", picture, "--threads", args.threads]
        else:
            script = MODULE / "peers" / "scripts" / "first_picture.py"
            demo = MODULE.parent / "tools" / "demo-model"
            command = [
                *(commands.python()[0], script, photo, picture, "--demo-model", demo),
                *("--who", self.who, "--threads", args.threads),
            ]
        done = run(command, until_file=picture)
        results.add("cold_start", "embedded", 1, self.who, "s", done.seconds_to_file)
        results.add("cold_start_to_exit", "embedded", 1, self.who, "s", done.seconds)
        return f"{done.seconds_to_file:.2f} s"


@dataclass(frozen=True)
class Threads:
    """Four threads on one model: maps a second, wrong maps, errors."""

    network: str
    who: str
    shared: bool = False

    def ask(self, commands, results):
        name = f"{self.who} (one explainer)" if self.shared else self.who
        best_four, best, wrong, errors = 0.0, 0.0, 0, 0
        for engine_threads in self.engine_threads(commands.args.threads):
            try:
                callers = self.answer(commands, engine_threads)
            except Failed as crash:
                results.crashed(f"threads, {self.network}, {name}", crash)
                callers = (crash.answer or {}).get("callers", [])
            four = next((each for each in callers if each["callers"] == CALLERS), None)
            # Of a process that crashed no map came.
            four = four or {"wrong": 0, "errors": MAPS, "per_second": 0.0}
            best_four = max(best_four, four["per_second"])
            best = max([best] + [each["per_second"] for each in callers])
            wrong, errors = max(wrong, four["wrong"]), max(errors, four["errors"])

        def add(question, unit, value):
            results.add(question, self.network, 1, name, unit, value)

        add("wrong_maps", f"of {MAPS}", wrong)
        add("thread_errors", f"of {MAPS}", errors)
        add("four_threads_throughput", "maps/s", best_four)
        add("best_throughput", "maps/s", best)
        add("four_threads_to_best", "×", best_four / best if best else 0.0)
        return f"{wrong} wrong, {errors} errors, {best_four:.1f} of {best:.1f} maps/s"

    def engine_threads(self, threads):
        """For gradcam the better of two settings; peers, which are slower, get the usual one."""
        return sorted({1, threads}) if self.who in GRADCAM else [threads]

    def answer(self, commands, engine_threads):
        if self.who in GRADCAM:
            more = ["--callers", f"1,2,{CALLERS}"]
        else:
            explainers = "shared" if self.shared else "own"
            more = ["--callers", f"1,{CALLERS}", "--explainers", explainers]
        command = commands.ask("threads", self.who, self.network, *more, threads=engine_threads)
        return run(command).answer["callers"]


def gradcam_program(args):
    if not os.access(args.gradcam, os.X_OK):
        raise SystemExit(
            f"There is no program {args.gradcam}. Build it, mvn package -pl gradcam-cli -am"
            " -DskipTests, or name one with --gradcam."
        )
