"""The three networks of the conformance kit, as PyTorch modules.

FixtureNetwork in gradcam-tck describes them for authors of other backends; both must agree.
"""

import numpy as np
import torch
from torch import nn


class Reference(nn.Module):
    """The network of make_reference.py, with the same names."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, 3, padding=1)
        self.relu1 = nn.ReLU()
        self.conv2 = nn.Conv2d(8, 16, 3, padding=1)
        self.relu2 = nn.ReLU()
        self.pool1 = nn.MaxPool2d(2)
        self.conv3 = nn.Conv2d(16, 32, 3, padding=1)
        self.relu3 = nn.ReLU()
        self.pool2 = nn.MaxPool2d(2)
        self.conv4 = nn.Conv2d(32, 32, 3, padding=1)
        self.relu4 = nn.ReLU()
        self.pool3 = nn.MaxPool2d(2)
        self.fc = nn.Linear(32 * 4 * 4, 10)

    def forward(self, x):
        x = self.pool1(self.relu2(self.conv2(self.relu1(self.conv1(x)))))
        x = self.pool2(self.relu3(self.conv3(x)))
        x = self.pool3(self.relu4(self.conv4(x)))
        return self.fc(x.flatten(1))


class ClosedForm(nn.Module):
    """Small enough to be solved on paper; every number in it is a dyadic fraction, so that float32
    is exact. The output of relu is 2x4, not square, so that swapped axes are seen."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 2, 2, stride=2)
        self.relu = nn.ReLU()
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(2, 3)

    def forward(self, x):
        return self.fc(self.pool(self.relu(self.conv(x))).flatten(1))


CLOSED_FORM_WEIGHTS = {
    "conv.weight": [[[[1, 2], [0, -1]], [[-2, 1], [1, 0]]], [[[-1, 0], [2, 1]], [[1, 1], [-1, 2]]]],
    "conv.bias": [0.125, -0.375],
    # The last class has only negative weights: its Grad-CAM is at most zero everywhere.
    "fc.weight": [[2, -1], [0.5, 3], [-1, -2]],
    "fc.bias": [0.5, -1, 0.25],
}


class Block(nn.Module):
    """A residual block as image networks write it: one ReLU for both calls, in place, and an
    addition in place."""

    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)

    def forward(self, x):
        identity = x
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        out += identity
        return self.relu(out)


class Residual(nn.Module):
    """Batch norm, a residual block, in-place operations, and dropout that must stay silent."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 4, 3, padding=1, bias=False)
        self.bn = nn.BatchNorm2d(4)
        self.relu = nn.ReLU(inplace=True)
        self.block = Block(4)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(0.5)
        self.fc = nn.Linear(4, 5)

    def forward(self, x):
        x = self.block(self.relu(self.bn(self.stem(x))))
        return self.fc(self.dropout(self.pool(x).flatten(1)))


def closed_form():
    model = ClosedForm()
    model.load_state_dict(
        {k: torch.tensor(v, dtype=torch.float32) for k, v in CLOSED_FORM_WEIGHTS.items()}
    )
    return model.eval()


def reference(arrays):
    """The reference network with the weights that make_reference.py wrote."""
    model = Reference()
    model.load_state_dict({k: torch.from_numpy(arrays["w/" + k]) for k in model.state_dict()})
    return model.eval()


def residual():
    """Weights and statistics from numpy's PCG64, whose numbers do not change between versions."""
    model = Residual()
    rng = np.random.Generator(np.random.PCG64(20240612))
    state = {}
    for name, value in model.state_dict().items():
        shape = tuple(value.shape)
        if name.endswith("num_batches_tracked"):
            state[name] = torch.tensor(7)
            continue
        if name.endswith("running_var"):
            drawn = rng.uniform(0.5, 2.0, shape)
        elif value.dim() > 1:
            drawn = rng.standard_normal(shape) * np.sqrt(2.0 / np.prod(shape[1:]))
        elif name.endswith("weight"):
            drawn = rng.uniform(0.5, 1.5, shape)
        else:
            drawn = rng.standard_normal(shape) * 0.3
        state[name] = torch.from_numpy(drawn.astype(np.float32))
    model.load_state_dict(state)
    return model.eval()
