"""Draws the training curve from its CSV."""

import argparse
import csv
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402  (the backend has to be chosen first)

LOSS = "#4c72b0"
ACCURACY = "#c44e52"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--csv", type=Path, required=True)
    parser.add_argument("--png", type=Path, required=True)
    args = parser.parse_args()

    with open(args.csv, newline="") as file:
        rows = list(csv.DictReader(file))
    epochs = [int(row["epoch"]) for row in rows]
    read = [row for row in rows if row["val_accuracy"]]

    figure, left = plt.subplots(figsize=(8, 4.5), dpi=120, layout="constrained")
    left.plot(epochs, [float(row["train_loss"]) for row in rows], color=LOSS)
    left.set_xlabel("epoch")
    left.set_ylabel("training loss", color=LOSS)
    left.set_ylim(bottom=0)

    right = left.twinx()
    points = [100 * float(row["val_accuracy"]) for row in read]
    right.plot([int(row["epoch"]) for row in read], points, "o-", color=ACCURACY)
    right.margins(y=0.1)
    right.set_ylabel("validation accuracy of averaged weights, %", color=ACCURACY)
    right.annotate(
        f"{points[-1]:.1f} %", (int(read[-1]["epoch"]), points[-1]),
        xytext=(0, 7), textcoords="offset points", ha="center", color=ACCURACY,
    )

    previous = None
    for row in rows:
        if row["size"] != previous:
            previous = row["size"]
            left.axvline(int(row["epoch"]) - 0.5, color="0.85", zorder=0)
            left.annotate(
                f"{previous} px", (int(row["epoch"]), 0.02), xycoords=("data", "axes fraction"),
                color="0.4", fontsize=9,
            )
    figure.savefig(args.png)


if __name__ == "__main__":
    main()
