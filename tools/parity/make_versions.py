#!/usr/bin/env python3
"""Writes a small network as TorchScript, traced and scripted, with what the autograd of the PyTorch
that runs this script computes. The files' names hold its version.

usage: make_versions.py DIRECTORY

Needs any PyTorch from 1.4 on, and nothing else. Run it with each, then compare as README.md says.
"""

import sys
from pathlib import Path

import torch
from torch import nn


def line(name, tensor):
    shape = ",".join(map(str, tensor.shape))
    return "{} {} ".format(name, shape) + " ".join("%.9g" % v for v in tensor.flatten().tolist())


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(2, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU())
        self.block = nn.Conv2d(4, 4, 3, padding=1, groups=2)
        self.norm = nn.LayerNorm(4)
        self.drop = nn.Dropout(0.5)
        self.fc = nn.Linear(4, 3)

    def forward(self, x):
        x = self.stem(x)
        x = torch.relu(self.block(x)) + x
        x = self.norm(x.flatten(2).transpose(1, 2))
        return self.fc(self.drop(x).mean(1))


def look(model, x, cotangent, layers):
    seen = {}

    def after(name):
        def hook(module, args, out):
            out.retain_grad()
            seen[name] = out

        return hook

    modules = dict(model.named_modules())
    handles = [modules[name].register_forward_hook(after(name)) for name in layers]
    output = model(x)
    (output * cotangent).sum().backward()
    for handle in handles:
        handle.remove()
    return output.detach(), seen


def main():
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(0)
    model = Network().eval()
    x, cotangent = torch.randn(2, 2, 6, 6), torch.randn(2, 3)
    layers = ["stem.0", "block", "norm"]
    output, seen = look(model, x, cotangent, layers)
    lines = [line("input", x), line("cotangent", cotangent), line("output", output)]
    for name in layers:
        lines += [line("act/" + name, seen[name].detach()), line("grad/" + name, seen[name].grad)]
    name = "pytorch-" + torch.__version__.split("+")[0]
    torch.jit.save(torch.jit.trace(model, x), str(target / (name + "-traced.pt")))
    torch.jit.save(torch.jit.script(model), str(target / (name + "-scripted.pt")))
    (target / (name + ".txt")).write_text("\n".join(lines) + "\n")


main()
