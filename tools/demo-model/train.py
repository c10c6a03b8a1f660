"""Trains the demo network on Imagenette with the teacher's label maps.

The schedule is fixed beforehand and the last averaged weights are the result: readings on the
validation split go into the curve and decide nothing.
"""

import argparse
import csv
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

import crops
import photos
from model import DemoNet

# (epochs, crop size): small crops first, because early epochs need speed more than detail.
STAGES = ((18, 96), (14, 112), (23, 128))
BATCH = 64
PEAK_LR = 4e-3
WEIGHT_DECAY = 0.05
EMA_DECAY = 0.998
SMALLEST_CROP = 0.3
JITTER = 0.3
# Share of the teacher's answer in the loss; the rest is the true label. The teacher is all but
# certain of its training photos: at temperature 3 its second thoughts become audible.
SOFT = 0.8
TEMPERATURE = 3.0
# Photos are kept in memory a little larger than any crop is trained at.
STORED = 176
# Crops show things larger than whole photos do. Testing at a larger size than the training's
# makes up for it (Touvron et al., 2019); 160 = 128 / sqrt(mean crop area 0.65), rounded to 32.
TEST = 160
READ_EVERY = 5


def parameter_groups(net: nn.Module) -> list[dict]:
    """Decay pulls weights of convolutions and the linear layer; norms and biases are left."""
    decayed = [p for p in net.parameters() if p.ndim > 1]
    free = [p for p in net.parameters() if p.ndim <= 1]
    return [
        {"params": decayed, "weight_decay": WEIGHT_DECAY},
        {"params": free, "weight_decay": 0.0},
    ]


def prepared(stored: Tensor, box: Tensor, size: int) -> Tensor:
    flip = torch.rand(len(box)) < 0.5
    pixels = crops.cut(stored.float() / 255, box, flip, size)
    return photos.normalised(crops.jitter(pixels, JITTER)).contiguous(
        memory_format=torch.channels_last
    )


@torch.inference_mode()
def accuracy(net: nn.Module, stored: Tensor, labels: Tensor) -> float:
    net.eval()
    right = 0
    for pixels, truth in zip(stored.split(128), labels.split(128)):
        inputs = photos.normalised(pixels.float() / 255)
        inputs = inputs.contiguous(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16):
            right += (net(inputs).argmax(1) == truth).sum().item()
    return right / len(labels)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with train/ and val/")
    parser.add_argument("--teacher", type=Path, required=True, help="label maps of teacher.py")
    parser.add_argument("--out", type=Path, required=True, help="weights to write (.pt)")
    parser.add_argument("--curve", type=Path, required=True, help="CSV to write")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)

    paths, labels = photos.listing(args.data, "train")
    teacher = torch.load(args.teacher)
    if teacher["paths"] != paths:
        raise SystemExit("the label maps were made for other photos")
    maps = teacher["maps"]
    stored = photos.load(args.data, paths, STORED)
    val_paths, val_labels = photos.listing(args.data, "val")
    val_stored = photos.load(args.data, val_paths, TEST)
    print(f"{len(paths)} training photos, {len(val_paths)} validation photos", flush=True)

    net = DemoNet().to(memory_format=torch.channels_last)
    # Buffers are averaged too: the averaged weights need averaged batch statistics.
    average = AveragedModel(
        net, multi_avg_fn=get_ema_multi_avg_fn(EMA_DECAY), use_buffers=True
    )
    optimiser = torch.optim.AdamW(parameter_groups(net), lr=PEAK_LR)
    steps = len(paths) // BATCH
    epochs = sum(count for count, _ in STAGES)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, PEAK_LR, total_steps=epochs * steps, pct_start=0.15, final_div_factor=1000
    )
    sizes = [size for count, size in STAGES for _ in range(count)]

    with open(args.curve, "w", newline="") as file:
        curve = csv.writer(file, lineterminator="\n")
        curve.writerow(("epoch", "size", "lr", "train_loss", "val_accuracy"))
        start = time.time()
        for epoch, size in enumerate(sizes, start=1):
            net.train()
            total = 0.0
            for at in torch.randperm(len(paths))[: steps * BATCH].split(BATCH):
                box = crops.boxes(BATCH, SMALLEST_CROP)
                inputs = prepared(stored[at], box, size)
                soft = (crops.answers(maps[at], box) / TEMPERATURE).softmax(1)
                with torch.autocast("cpu", torch.bfloat16):
                    logits = net(inputs)
                logits = logits.float()
                loss = SOFT * F.cross_entropy(logits, soft)
                loss = loss + (1 - SOFT) * F.cross_entropy(logits, labels[at])
                optimiser.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(net.parameters(), 5.0)
                optimiser.step()
                schedule.step()
                average.update_parameters(net)
                total += loss.item()
            reading = ""
            if epoch % READ_EVERY == 0 or epoch == epochs:
                reading = f"{accuracy(average, val_stored, val_labels):.4f}"
            rate = schedule.get_last_lr()[0]
            row = (epoch, size, f"{rate:.3e}", f"{total / steps:.4f}", reading)
            curve.writerow(row)
            file.flush()
            print(*row, f"{time.time() - start:.0f} s", flush=True)

    torch.save(average.module.state_dict(), args.out)


if __name__ == "__main__":
    main()
