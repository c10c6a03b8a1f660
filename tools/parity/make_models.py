#!/usr/bin/env python3
"""Writes torchvision networks with random weights as TorchScript, traced and scripted, each with
what PyTorch's autograd computes at two layers. About 1.5 GB; nothing of it is committed.

usage: make_models.py DIRECTORY [--cost]

With --cost the networks are those whose cost is measured instead (VGG16 and ResNet50, traced,
without values). Needs torch 2.7.1 and torchvision 0.22.1.
"""

import sys
from pathlib import Path

import torch
import torchvision

LAYERS = {
    "resnet18": ["layer4", "layer2.0.conv1"],
    "vgg11_bn": ["avgpool", "features.4"],
    "mobilenet_v2": ["features", "features.7.conv.1"],
    "densenet121": ["features", "features.denseblock2.denselayer3.conv1"],
}
BATCH, SIDE = 2, 224


def line(name, tensor):
    shape = ",".join(map(str, tensor.shape))
    return f"{name} {shape} " + " ".join(f"{v:.9g}" for v in tensor.flatten().tolist()) + "\n"


def make(name):
    torch.manual_seed(0)
    model = getattr(torchvision.models, name)(weights=None).eval()
    # Random weights leave the running statistics at 0 and 1, and logits of 1e-9 in some networks:
    # statistics of real data keep every layer's values in a sensible range.
    generator = torch.Generator().manual_seed(1)
    momentum = [m for m in model.modules() if isinstance(m, torch.nn.BatchNorm2d)]
    for module in momentum:
        module.momentum = None
    model.train()
    with torch.no_grad():
        model(torch.randn(8, 3, SIDE, SIDE, generator=generator))
    for module in momentum:
        module.momentum = 0.1
    return model.eval(), generator


def look(model, x, layers, cotangent):
    seen = {}

    def after(name):
        def hook(module, args, out):
            kept = out.clone()
            kept.retain_grad()
            seen[name] = kept
            return kept.clone()

        return hook

    modules = dict(model.named_modules())
    handles = [modules[name].register_forward_hook(after(name)) for name in layers]
    output = model(x.requires_grad_(True))
    output.backward(cotangent)
    for handle in handles:
        handle.remove()
    return output.detach(), {name: (t.detach(), t.grad) for name, t in seen.items()}


def parity(directory):
    for name, layers in LAYERS.items():
        model, generator = make(name)
        x = torch.randn(BATCH, 3, SIDE, SIDE, generator=generator)
        torch.jit.trace(model, x).save(str(directory / f"{name}-traced.pt"))
        torch.jit.script(model).save(str(directory / f"{name}-scripted.pt"))
        cotangent = torch.zeros(BATCH, 1000)
        cotangent[0, 281] = cotangent[1, 7] = 1
        output, values = look(model, x, layers, cotangent)
        with open(directory / f"{name}.txt", "w") as file:
            for key, tensor in (("input", x), ("cotangent", cotangent), ("output", output)):
                file.write(line(key, tensor.detach()))
            for layer in layers:
                file.write(line("act/" + layer, values[layer][0]))
                file.write(line("grad/" + layer, values[layer][1]))
        print(name)


def cost(directory):
    for name in ("vgg16", "resnet50"):
        torch.manual_seed(0)
        model = getattr(torchvision.models, name)(weights=None).eval()
        torch.jit.trace(model, torch.zeros(1, 3, SIDE, SIDE)).save(str(directory / f"{name}.pt"))
        print(name)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(2)
    (cost if "--cost" in sys.argv else parity)(target)
