"""Soft label maps from VGG16: what the teacher sees at each place of each training photo.

The teacher is the convolutional part of VGG16 with a linear head, trained here, on its averaged
last feature map. Averaging and a linear head commute, so the head applied per grid cell gives a
map of logits whose mean over any crop is the teacher's answer for that crop. One pass over the
photos thus labels every random crop of the training that follows (the idea of ReLabel, Yun et
al., 2021). Only the training split is read.
"""

import argparse
import time
from pathlib import Path

import h5py
import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

import photos

# Blocks of VGG16: (convolutions, width).
BLOCKS = ((2, 64), (2, 128), (3, 256), (3, 512), (3, 512))
# Caffe's convention, kept by the Keras weights: BGR, 0..255, mean subtracted, not scaled.
BGR_MEAN = (103.939, 116.779, 123.68)


def vgg16(weights: Path) -> nn.Sequential:
    """VGG16 up to the ReLU of conv5_3, without the last pooling: 224x224 gives 14x14."""
    layers: list[nn.Module] = []
    with h5py.File(weights, "r") as file:
        inputs = 3
        for block, (convolutions, width) in enumerate(BLOCKS, start=1):
            if block > 1:
                layers.append(nn.MaxPool2d(2))
            for number in range(1, convolutions + 1):
                name = f"block{block}_conv{number}"
                conv = nn.Conv2d(inputs, width, 3, padding=1)
                kernel = np.array(file[name][f"{name}_W_1:0"])
                conv.weight.data = torch.from_numpy(kernel).permute(3, 2, 0, 1).contiguous()
                conv.bias.data = torch.from_numpy(np.array(file[name][f"{name}_b_1:0"]))
                layers += [conv, nn.ReLU(inplace=True)]
                inputs = width
    return nn.Sequential(*layers).eval()


@torch.inference_mode()
def features(net: nn.Module, data: Path, paths: list[str], size: int) -> Tensor:
    """conv5_3 maps of all photos, in half precision to halve the memory."""
    net = net.to(torch.bfloat16).to(memory_format=torch.channels_last)
    mean = torch.tensor(BGR_MEAN).view(3, 1, 1)
    grid = size // 16
    maps = torch.empty(len(paths), 512, grid, grid, dtype=torch.float16)
    start = time.time()
    for at in range(0, len(paths), 32):
        rgb = photos.load(data, paths[at : at + 32], size).float()
        bgr = (rgb.flip(1) - mean).to(torch.bfloat16)
        maps[at : at + 32] = net(bgr.contiguous(memory_format=torch.channels_last)).half()
        if at % 1600 == 0:
            print(f"{at} of {len(paths)} photos, {time.time() - start:.0f} s", flush=True)
    return maps


def head(pooled: Tensor, labels: Tensor, decay: float) -> nn.Linear:
    """Multinomial logistic regression, fitted to convergence."""
    linear = nn.Linear(pooled.shape[1], int(labels.max()) + 1)
    nn.init.zeros_(linear.weight)
    nn.init.zeros_(linear.bias)
    optimiser = torch.optim.LBFGS(
        linear.parameters(), max_iter=400, line_search_fn="strong_wolfe"
    )

    def loss() -> Tensor:
        optimiser.zero_grad()
        value = F.cross_entropy(linear(pooled), labels)
        value = value + decay * linear.weight.square().sum()
        value.backward()
        return value

    optimiser.step(loss)
    return linear.requires_grad_(False)


def accuracy(logits: Tensor, labels: Tensor) -> float:
    return (logits.argmax(1) == labels).float().mean().item()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with train/ and val/")
    parser.add_argument("--vgg", type=Path, required=True, help="VGG16 weights, Keras HDF5, notop")
    parser.add_argument("--out", type=Path, required=True, help="label maps to write (.pt)")
    parser.add_argument("--size", type=int, default=224)
    parser.add_argument("--decay", type=float, default=1e-4)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(0)

    paths, labels = photos.listing(args.data, "train")
    maps = features(vgg16(args.vgg), args.data, paths, args.size)
    pooled = torch.cat([part.float().mean((2, 3)) for part in maps.split(256)])
    # Photos differ in overall activation; dividing by each photo's own norm evens them out and
    # still commutes with averaging, since it is one number per photo.
    norm = pooled.norm(dim=1, keepdim=True) / pooled.shape[1] ** 0.5
    pooled = pooled / norm

    # A fifth is set aside once, to say how good the teacher is; the head is then fitted on all.
    kept = torch.arange(len(labels)) % 5 != 0
    trial = head(pooled[kept], labels[kept], args.decay)
    print(f"held-out fifth of train: {accuracy(trial(pooled[~kept]), labels[~kept]):.4f}")
    linear = head(pooled, labels, args.decay)
    print(f"all of train: {accuracy(linear(pooled), labels):.4f}")
    entropy = torch.distributions.Categorical(logits=linear(pooled)).entropy().mean()
    print(f"mean entropy of its answers: {entropy:.4f} nat")

    label_maps = torch.cat([
        F.conv2d(part.float() / scale[:, :, None, None], linear.weight[:, :, None, None], linear.bias)
        for part, scale in zip(maps.split(256), norm.split(256))
    ])
    torch.save({"paths": paths, "maps": label_maps.half()}, args.out)
    print(f"wrote {args.out}: {tuple(label_maps.shape)}")


if __name__ == "__main__":
    main()
