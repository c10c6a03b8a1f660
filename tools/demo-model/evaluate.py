"""Measures the exported TorchScript file on the validation split, in float32.

Every photo is decoded to RGB, resized to 160x160 with Pillow's bilinear filter (which averages
when it shrinks), scaled to 0..1 and normalised; nothing else.
"""

import argparse
import csv
from pathlib import Path

import torch

import photos
from model import CLASSES

SIZE = 160


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with train/ and val/")
    parser.add_argument("--model", type=Path, required=True, help="exported TorchScript file")
    parser.add_argument("--csv", type=Path, help="predictions to write, one photo a line")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)

    net = torch.jit.load(str(args.model), map_location="cpu").eval()
    paths, labels = photos.listing(args.data, "val")
    logits = []
    with torch.inference_mode():
        for at in range(0, len(paths), 64):
            pixels = photos.load(args.data, paths[at : at + 64], SIZE).float() / 255
            logits.append(net(photos.normalised(pixels)))
    logits = torch.cat(logits)
    predicted = logits.argmax(1)
    right = predicted == labels

    for index, name in enumerate(CLASSES):
        of_class = labels == index
        hits, count = int(right[of_class].sum()), int(of_class.sum())
        print(f"{name:18} {hits:4} of {count:4}  {hits / count:7.2%}")
    print(f"{'all':18} {int(right.sum()):4} of {len(labels):4}  {right.float().mean():7.2%}")

    if args.csv:
        with open(args.csv, "w", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(("path", "predicted", *(f"logit{i}" for i in range(len(CLASSES)))))
            for path, index, row in zip(paths, predicted.tolist(), logits.tolist()):
                # Nine digits give back every float32 exactly.
                rows.writerow((path, index, *(f"{value:.9g}" for value in row)))


if __name__ == "__main__":
    main()
