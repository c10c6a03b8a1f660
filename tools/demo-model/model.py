"""The demo network: a small residual CNN of plain layers.

Only convolution, batch norm, ReLU, addition, pooling and a linear layer are used, because every
inference engine has them. The total stride is 8, so a 160x160 photo ends in a 20x20 grid: global
average pooling over a grid that fine is what lets class activation maps localise.
"""

import torch
from torch import Tensor, nn

CLASSES = (
    "tench",
    "English springer",
    "cassette player",
    "chain saw",
    "church",
    "French horn",
    "garbage truck",
    "gas pump",
    "golf ball",
    "parachute",
)


class ConvNorm(nn.Module):
    """Convolution, batch norm, ReLU. The norm has a bias, so the convolution needs none."""

    def __init__(self, inputs: int, outputs: int, kernel: int = 3, stride: int = 1):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, padding=kernel // 2, bias=False)
        self.norm = nn.BatchNorm2d(outputs)
        self.relu = nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        return self.relu(self.norm(self.conv(x)))


class Block(nn.Module):
    """Two 3x3 convolutions and a shortcut, in the order of a ResNet basic block."""

    def __init__(self, width: int):
        super().__init__()
        self.conv1 = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.norm1 = nn.BatchNorm2d(width)
        self.relu1 = nn.ReLU()
        self.conv2 = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(width)
        self.relu2 = nn.ReLU()
        # Starting as the identity keeps the first, fast epochs stable.
        nn.init.zeros_(self.norm2.weight)

    def forward(self, x: Tensor) -> Tensor:
        y = self.relu1(self.norm1(self.conv1(x)))
        y = self.norm2(self.conv2(y))
        return self.relu2(y + x)


class DemoNet(nn.Module):
    """RGB photo, normalised as for ImageNet, to ten logits. Any size that is a multiple of 8."""

    def __init__(self, classes: int = len(CLASSES)):
        super().__init__()
        self.stem = ConvNorm(3, 32, stride=2)
        self.down1 = ConvNorm(32, 64, stride=2)
        self.block1 = Block(64)
        self.down2 = ConvNorm(64, 144, stride=2)
        self.block2 = Block(144)
        self.block3 = Block(144)
        self.expand = ConvNorm(144, 256, kernel=1)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(256, classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x)
        x = self.block1(self.down1(x))
        x = self.block3(self.block2(self.down2(x)))
        x = self.expand(x)
        return self.fc(torch.flatten(self.pool(x), 1))
