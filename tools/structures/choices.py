"""Small networks whose last layer with a grid is not the one to explain."""

from typing import Dict

import torch
from torch import Tensor, nn


class Block(nn.Module):
    """A transformer's block: norms first, attention of all tokens, then a perceptron a token."""

    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norm1 = nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)
        self.norm2 = nn.LayerNorm(width)
        self.mlp = nn.Sequential(nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, width))

    def forward(self, x):
        count, tokens, width = x.shape
        parts = self.qkv(self.norm1(x)).reshape(count, tokens, 3, self.heads, width // self.heads)
        q, k, v = parts.permute(2, 0, 3, 1, 4).unbind(0)
        mixed = torch.softmax(q @ k.transpose(-2, -1), -1) @ v
        x = x + self.proj(mixed.transpose(1, 2).reshape(count, tokens, width))
        return x + self.mlp(self.norm2(x))


class ClassToken(nn.Module):
    """Behind the last attention nothing but the class token counts."""

    def __init__(self, channels, classes):
        super().__init__()
        self.patches = nn.Conv2d(channels, 4, 2, 2)
        self.token = nn.Parameter(torch.randn(1, 1, 4))
        self.blocks = nn.Sequential(Block(4, 2), Block(4, 2))
        self.norm = nn.LayerNorm(4)
        self.head = nn.Linear(4, classes)

    def forward(self, x):
        x = self.patches(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.token.expand(x.shape[0], -1, -1), x], 1)
        return self.head(self.norm(self.blocks(x))[:, 0])


class Mix(nn.Module):
    """A residual block over channels that stand last."""

    def __init__(self, width):
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.mlp = nn.Linear(width, width)

    def forward(self, x):
        return x + torch.relu(self.mlp(self.norm(x)))


class Windows(nn.Module):
    """Mixes within windows, over axes that no grid has, and puts the grid together again."""

    def __init__(self, width):
        super().__init__()
        self.mix = Mix(width)

    def forward(self, x):
        count, width, rows, columns = x.shape
        x = x.reshape(count, width, 1, rows, 1, columns).permute(0, 2, 4, 3, 5, 1)
        x = torch.swapaxes(x.reshape(count, 1, rows * columns, width), -2, -3)
        x = torch.swapaxes(self.mix(x), -2, -3)
        x = x.reshape(count, rows, columns, 1, 1, width).permute(0, 5, 1, 3, 2, 4)
        return x.reshape(count, width, rows, columns)


class Windowed(nn.Module):
    """The last operators with a grid turn it back from windows."""

    def __init__(self, channels, classes):
        super().__init__()
        self.stem = nn.Conv2d(channels, 5, 3, padding=1, stride=2)
        self.blocks = nn.Sequential(Windows(5), Windows(5))
        self.head = nn.Linear(5, classes)

    def forward(self, x):
        return self.head(self.blocks(self.stem(x)).mean([2, 3]))


class Permute(nn.Module):
    def forward(self, x):
        return x.permute(0, 3, 1, 2)


class ClosingNorm(nn.Module):
    """Channels stand last; a norm, a permutation and pooling follow the last block."""

    def __init__(self, channels, classes):
        super().__init__()
        self.patches = nn.Conv2d(channels, 5, 2, 2)
        self.stages = nn.Sequential(Mix(5), Mix(5))
        self.norm = nn.LayerNorm(5)
        self.permute = Permute()
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.head = nn.Linear(5, classes)

    def forward(self, x):
        x = self.stages(self.patches(x).permute(0, 2, 3, 1))
        return self.head(self.pool(self.permute(self.norm(x))).flatten(1))


class ScoreMap(nn.Module):
    """Class scores at every place, and then their mean."""

    def __init__(self, channels, classes):
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(channels, 4, 3, padding=1), nn.ReLU(inplace=True))
        self.classifier = nn.Sequential(
            nn.Dropout(0.5), nn.Conv2d(4, classes, 1), nn.ReLU(inplace=True), nn.AdaptiveAvgPool2d(1)
        )

    def forward(self, x):
        return self.classifier(self.features(x)).flatten(1)


class EveryPlace(nn.Module):
    """A segmentation with an auxiliary head, which the chosen output does not need."""

    def __init__(self, channels, classes):
        super().__init__()
        self.stem = nn.Conv2d(channels, 4, 3, padding=1)
        self.body = nn.Sequential(nn.MaxPool2d(2), nn.Conv2d(4, 6, 3, padding=1), nn.ReLU())
        self.classifier = nn.Sequential(nn.Conv2d(6, 5, 1), nn.ReLU(), nn.Conv2d(5, classes, 1))
        self.aux_classifier = nn.Sequential(nn.Conv2d(4, 7, 1), nn.ReLU(), nn.Conv2d(7, classes, 1))

    def forward(self, x) -> Dict[str, Tensor]:
        side = x.shape[-2:]
        x = self.stem(x)
        aux = self.aux_classifier(x)
        out = self.classifier(self.body(x))
        out = nn.functional.interpolate(out, size=side, mode="bilinear", align_corners=False)
        return {"out": out, "aux": aux}


# By name: the network, and what is looked into, the choice first.
CHOICES = {
    "class-token": (ClassToken, ["blocks.1.norm1", "blocks.0", "patches"]),
    "closing-norm": (ClosingNorm, ["stages", "stages.0.mlp", "norm", "permute"]),
    "windows": (Windowed, ["blocks", "blocks.0", "stem"]),
    "score-map": (ScoreMap, ["features", "classifier.1", "features.0"]),
    "every-place": (EveryPlace, ["body", "stem", "classifier"]),
}
