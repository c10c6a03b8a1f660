#!/usr/bin/env python3
"""Writes the small TorchScript files on which gradcam-djl proves that a simpler program computes the
same: every pattern that may be simplified beside one that looks like it and may not.

usage: make_simplifiable.py [repository]      (default: the one this file is in)
"""

from typing import List

import torch
from torch import nn
from torch.nn import functional as F

import make_structures as structures
from make_structures import CHANNELS, CLASSES, Head, both

WIDTH = 8


def norm():
    made = nn.BatchNorm2d(WIDTH)
    nn.init.uniform_(made.weight, 0.5, 2)
    nn.init.normal_(made.bias)
    nn.init.normal_(made.running_mean)
    nn.init.uniform_(made.running_var, 0.5, 2)
    return made


def conv(a=WIDTH, **more):
    return nn.Conv2d(a, WIDTH, 3, padding=more.pop("padding", 1), **more)


class Norms(nn.Module):
    """Convolutions and the norms behind them: plain, depthwise, dilated, with and without a bias."""

    def __init__(self):
        super().__init__()
        self.conv1 = conv(CHANNELS, bias=False)
        self.norm1 = norm()
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = conv(groups=WIDTH)
        self.norm2 = norm()
        self.relu6 = nn.ReLU6(inplace=True)
        self.conv3 = conv(dilation=2, padding=2)
        self.norm3 = norm()
        self.norm4 = norm()
        self.conv4 = conv()
        self.norm5 = nn.BatchNorm2d(WIDTH, affine=False, eps=0.01)
        nn.init.normal_(self.norm5.running_mean)
        self.silu = nn.SiLU()
        self.drop = nn.Dropout(0.5)
        self.head = Head(WIDTH)

    def forward(self, x):
        x = self.relu(self.norm1(self.conv1(x)))
        x = self.relu6(self.norm2(self.conv2(x)))
        x = self.norm4(self.norm3(self.conv3(x)))
        x = self.drop(self.silu(self.norm5(self.conv4(x))))
        return self.head(x)


class Readers(nn.Module):
    """Values that someone else reads, too: before the norm, before the activation, overwritten."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS)
        self.conv1 = conv()
        self.norm1 = norm()
        self.conv2 = conv()
        self.hard = nn.Hardswish()
        self.shared = conv()
        self.norm2 = norm()
        self.norm3 = norm()
        self.conv3 = conv()
        self.norm6 = norm()
        self.relu = nn.ReLU(inplace=True)
        self.squeeze = nn.Conv2d(WIDTH, WIDTH, 1)
        self.last = conv(2 * WIDTH)
        self.head = Head(WIDTH)

    def forward(self, x):
        x = self.stem(x)
        y = self.conv1(x)
        x = self.norm1(y) - y
        y = self.conv2(x)
        x = self.hard(y) * y
        x = self.norm2(self.shared(x)) + self.norm3(self.shared(x))
        y = self.norm6(self.conv3(x))
        y += x
        x = self.relu(y)
        x = x * torch.sigmoid(self.squeeze(F.adaptive_avg_pool2d(x, 1)))
        x = self.last(torch.cat([x, F.max_pool2d(x, 3, 1, 1)], 1))
        return self.head(x)


class Overwritten(nn.Module):
    """A view of a tensor that is overwritten afterwards: whoever follows must not miss it."""

    def __init__(self):
        super().__init__()
        self.conv = conv(CHANNELS)
        self.last = conv()
        self.head = Head(WIDTH)

    def forward(self, x):
        x = self.conv(x)
        y = torch.flatten(x, 2)
        y.mul_(2)
        return self.head(self.last(x))


class Padded(nn.Module):
    """A convolution with borders of its own, and one whose padding is a word."""

    def __init__(self):
        super().__init__()
        self.conv1 = conv(CHANNELS, padding_mode="reflect")
        self.norm1 = norm()
        self.conv2 = conv(padding="same")
        self.norm2 = norm()
        self.head = Head(WIDTH)

    def forward(self, x):
        return self.head(self.norm2(self.conv2(self.norm1(self.conv1(x)))))


class Reached(nn.Module):
    """A condition that only a run can answer, behind the layers that do not need it."""

    def __init__(self):
        super().__init__()
        self.conv1 = conv(CHANNELS)
        self.norm1 = norm()
        self.conv2 = conv()
        self.norm2 = norm()
        self.head = Head(WIDTH)

    def forward(self, x):
        x = self.norm1(self.conv1(x))
        if bool(x.mean() > -1000):
            x = x * 2
        return self.head(self.norm2(self.conv2(x)))


class Held(nn.Module):
    """What its way depends on stands in attributes, which the source does not show."""

    dims: List[int]

    def __init__(self, mode, doubled):
        super().__init__()
        self.mode = mode
        self.doubled = doubled
        self.dims = [0, 1, 3, 2]
        self.conv = conv()

    def forward(self, x):
        y = self.conv(x)
        if self.mode not in ["wide", "tall"]:
            raise ValueError(self.mode)
        if self.mode == "tall":
            y = torch.permute(y, self.dims)
        return y * 2 if self.doubled else y


class Holders(nn.Module):
    """Objects of one class that hold different things."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS)
        self.wide = Held("wide", True)
        self.tall = Held("tall", False)
        self.head = Head(WIDTH)

    def forward(self, x):
        return self.head(self.tall(self.wide(self.stem(x))))


class Stacked(nn.Module):
    """Convolutions without norms, and behind them matrices with kinks, as in VGG's networks."""

    def __init__(self):
        super().__init__()
        self.conv1 = conv(CHANNELS)
        self.relu1 = nn.ReLU(inplace=True)
        self.conv2 = conv()
        self.relu2 = nn.ReLU()
        self.pool = nn.MaxPool2d(2)
        self.mean = nn.AdaptiveAvgPool2d(2)
        self.fc1 = nn.Linear(4 * WIDTH, 12)
        self.fc2 = nn.Linear(12, CLASSES)

    def forward(self, x):
        x = self.relu2(self.conv2(self.relu1(self.conv1(x))))
        x = torch.flatten(self.mean(self.pool(x)), 1)
        return self.fc2(F.dropout(F.relu(self.fc1(x)), training=self.training))


class Mingled(nn.Module):
    """Images of a batch that are compared with each other."""

    def __init__(self):
        super().__init__()
        self.conv1 = conv(CHANNELS)
        self.conv2 = conv()
        self.head = Head(WIDTH)

    def forward(self, x):
        x = self.conv1(x)
        x = self.conv2(x - 0.5 * x.mean(0, keepdim=True))
        return self.head(x)


def main():
    structures.TARGET.mkdir(parents=True, exist_ok=True)
    layers = ["conv1", "norm1", "relu", "conv2", "norm2", "relu6", "conv3", "norm3", "norm4"]
    layers += ["conv4", "norm5", "silu", "drop"]
    both("norms", Norms, layers)
    layers = ["stem", "conv1", "conv2", "hard", "norm2", "conv3", "norm6", "relu", "squeeze", "last"]
    both("readers", Readers, layers)
    both("overwritten", Overwritten, ["conv", "last"])
    both("stacked", Stacked, ["conv1", "relu1", "conv2", "relu2", "pool", "mean"])
    both("padded", Padded, ["conv1", "norm1", "conv2", "norm2"])
    both("mingled", Mingled, ["conv1", "conv2"])
    torch.manual_seed(11)
    model = Holders().eval()
    file = torch.jit.script(model)
    structures.write("holders-scripted", file, model, ["stem", "wide", "tall.conv", "tall"])
    torch.manual_seed(9)
    model = Reached().eval()
    file = torch.jit.script(model)
    structures.write("reached-scripted", file, model, ["conv1", "norm1", "conv2", "norm2"])
    torch.manual_seed(10)
    model = Norms().eval()
    flat = {"conv1": "conv2d", "relu": "relu", "conv2": "conv2d#2"}
    file = torch.jit.freeze(structures.trace(model), optimize_numerics=False)
    structures.write("norms-frozen", file, model, list(flat), names=flat)


main()
