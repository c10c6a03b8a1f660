"""What a person who waits is told."""

import sys
import time


def say(text):
    print(f"[{time.strftime('%H:%M:%S')}] {text}", file=sys.stderr, flush=True)


class Progress:
    def __init__(self, steps):
        self.steps = steps
        self.done = 0
        self.start = time.monotonic()

    def step(self, what, figures):
        self.done += 1
        left = (time.monotonic() - self.start) / self.done * (self.steps - self.done)
        say(f"{self.done}/{self.steps} {what}: {figures} · {left / 60:.0f} min left")
