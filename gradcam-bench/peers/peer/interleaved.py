"""Measures several things in turn, as the Java half does."""

import statistics
import time


def rounds(work, seconds, fewest):
    times = {name: [] for name in work}
    start = time.perf_counter()
    done = 0
    while done < fewest or time.perf_counter() - start < seconds:
        for name, run in work.items():
            before = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - before)
        done += 1
    return times


def medians(work, warm, seconds):
    rounds(work, warm, 1)
    return {name: statistics.median(times) for name, times in rounds(work, seconds, 2).items()}
