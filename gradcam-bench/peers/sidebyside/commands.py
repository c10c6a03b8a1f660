"""How each of those compared is started."""

import sys

from sidebyside.arguments import GRADCAM

SIDE = "io.github.gradcam.bench.side.Side"


class Commands:
    def __init__(self, args, files):
        self.args = args
        self.files = files  # network → {"weights": …, "djl": …, "tf": …, "dl4j": …}
        self.inputs = args.work / "inputs.f32"

    def java(self, *arguments):
        return ["java", "-cp", self.args.classpath, SIDE, *arguments]

    def python(self, *arguments):
        return [sys.executable, "-m", "peer", *arguments]

    def ask(self, question, who, network, *more, threads=None):
        """The same question for either half."""
        threads = threads or self.args.threads
        common = ["--inputs", self.inputs, "--threads", threads, *more]
        if who in GRADCAM:
            backend = who.removeprefix("gradcam-")
            model = self.files[network][backend]
            return self.java(question, "--backend", backend, "--model", model, *common)
        weights = self.files[network]["weights"]
        return self.python(
            question, "--who", who, "--network", network, "--weights", weights, *common
        )
