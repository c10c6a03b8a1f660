"""Threads that ask for maps at once, as the Java half counts them."""

import sys
import threading
import time

TOLERANCE = 1e-4


def wrong(map_, expected):
    return map_.shape != expected.shape or not bool((abs(map_ - expected) <= TOLERANCE).all())


def ask(callers, maps, explainers, expected):
    """`explainers` has a function from a photo's index to its map for each caller."""
    counts = {"wrong": 0, "errors": 0}
    lock = threading.Lock()

    def one(first):
        for i in range(maps):
            photo = (first + i) % len(expected)
            try:
                kind = "wrong" if wrong(explainers[first](photo), expected[photo]) else None
            except Exception as error:  # an error is a result here
                kind = "errors"
                print(f"A map failed: {error!r}"[:300], file=sys.stderr)
            if kind:
                with lock:
                    counts[kind] += 1

    threads = [threading.Thread(target=one, args=(i,)) for i in range(callers)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - start
    total = callers * maps
    return {
        "callers": callers,
        "maps": total,
        **counts,
        "per_second": (total - counts["errors"]) / seconds,
    }
