#!/usr/bin/env python3
"""Writes the fixtures of the conformance kit and of the TorchScript backend.

The kit (gradcam-tck) gets one .npz a network: weights, inputs, and what PyTorch computes. The
backend (gradcam-djl) gets the same networks as TorchScript files, scripted and traced. Both come
out the same, byte for byte, at every run with torch 2.7.1.

usage: export_fixtures.py [repository]      (default: the one this file is in)
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
if os.environ.get("PYTHONHASHSEED") != "0":
    # torch.jit.script writes a module's constants in the order of a set.
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})
import numpy as np
import torch

import archives
import networks

HERE = Path(__file__).resolve().parent
ROOT = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent.parent
VALUES = ROOT / "gradcam-tck/src/main/resources/io/github/gradcam/tck"
FILES = ROOT / "gradcam-djl/src/test/resources"

torch.set_num_threads(1)
torch.use_deterministic_algorithms(True)


def weights(model):
    return {
        "w/" + k: v.numpy() for k, v in model.state_dict().items() if "num_batches" not in k
    }


def look_into(model, x, cotangent, layers):
    """Activations of layers and the gradients of cotangent at them. `layer#2` is a second call,
    `layer@input` what flows into the layer, as that layer alone sees it."""
    seen, calls = {}, {}

    def tap(key, value):
        # A leaf of its own in the graph: nothing later can overwrite it in place.
        kept = value.clone()
        if not kept.requires_grad:
            kept.requires_grad_(True)
        kept.retain_grad()
        seen[key] = kept
        return kept.clone()

    def before(name):
        return lambda module, args: tap(name + "@input", args[0])

    def after(name):
        def hook(module, args, out):
            calls[name] = calls.get(name, 0) + 1
            key = name if calls[name] == 1 else f"{name}#{calls[name]}"
            return tap(key, out)

        return hook

    modules = dict(model.named_modules())
    handles = []
    for name in dict.fromkeys(l.split("#")[0] for l in layers):
        if name.endswith("@input"):
            module = modules[name.removesuffix("@input")]
            handles.append(module.register_forward_pre_hook(before(name.removesuffix("@input"))))
        elif name:
            handles.append(modules[name].register_forward_hook(after(name)))
    x = x.clone().requires_grad_(True)
    output = model(x)
    (output * cotangent).sum().backward()
    for handle in handles:
        handle.remove()
    values = {}
    for layer in layers:
        values["act/" + layer] = seen[layer].detach().numpy()
        values["grad/" + layer] = seen[layer].grad.numpy()
    values["grad/@input"] = x.grad.numpy()
    return output.detach(), values


def export_reference():
    arrays = np.load(HERE / "reference.npz")
    model = networks.reference(arrays)
    x = torch.from_numpy(arrays["inputs"])
    kept = weights(model) | {"inputs": arrays["inputs"], "logits": arrays["logits"]}
    layers = ["relu2", "relu3", "conv4", "relu4"]

    # What make_reference.py found for one class an image, by pytorch-grad-cam's own way.
    targets = np.zeros_like(arrays["logits"])
    targets[np.arange(4), arrays["targets"]] = 1
    kept["targets"] = targets
    for layer in layers:
        kept["act/" + layer] = arrays["act/" + layer]
        kept["target-grad/" + layer] = arrays["grad/" + layer]
    kept["target-grad/@input"] = arrays["grad/input"]

    # And for a cotangent that is no class at all.
    rng = np.random.Generator(np.random.PCG64(11))
    cotangent = rng.standard_normal((4, 10)).astype(np.float32)
    _, values = look_into(model, x, torch.from_numpy(cotangent), ["conv4", "relu4", "fc"])
    kept["cotangent"] = cotangent
    kept["act/fc"] = values.pop("act/fc")
    kept |= {k: v for k, v in values.items() if k.startswith("grad/")}
    kept["empty-maps"] = arrays["edge/zero_gradcam_relu4"]
    archives.write_npz(VALUES / "reference.npz", kept)
    return model, x


def export_closed_form():
    """Only the weights: the kit works out everything else."""
    model = networks.closed_form()
    archives.write_npz(VALUES / "closed-form.npz", weights(model))
    return model, torch.zeros(1, 2, 4, 8)


def export_residual():
    model = networks.residual()
    rng = np.random.Generator(np.random.PCG64(12))
    x = torch.from_numpy(rng.standard_normal((3, 3, 6, 8)).astype(np.float32))
    cotangent = torch.from_numpy(rng.standard_normal((3, 5)).astype(np.float32))
    layers = ["stem", "bn", "relu", "block.conv1", "block.conv1@input", "block.bn1", "block.relu",
              "block.conv2", "block.bn2", "block.relu#2", "block", "pool"]
    output, values = look_into(model, x, cotangent, layers)
    with torch.no_grad():
        assert torch.allclose(output, model(x), atol=1e-6)
    kept = weights(model) | {"inputs": x.numpy(), "cotangent": cotangent.numpy(),
                             "logits": output.numpy()} | values

    # The branch with its second channel off, while the other arm keeps what it had.
    other = values["act/block.conv2"].copy()
    other[:, 1] = 0
    handle = model.block.conv2.register_forward_hook(lambda m, a, o: torch.from_numpy(other))
    after, later = look_into(model, x, cotangent, ["block.bn2"])
    handle.remove()
    # d/d conv2 is d/d bn2 through the affine map that batch norm is in evaluation mode.
    bn = model.block.bn2
    scale = (bn.weight / torch.sqrt(bn.running_var + bn.eps)).detach().numpy()
    kept["resume/act/block.conv2"] = other
    kept["resume/logits"] = after.numpy()
    kept["resume/grad/block.conv2"] = later["grad/block.bn2"] * scale[None, :, None, None]
    archives.write_npz(VALUES / "residual.npz", kept)
    return model, x


def main():
    VALUES.mkdir(parents=True, exist_ok=True)
    FILES.mkdir(parents=True, exist_ok=True)
    for name, export in (("reference", export_reference), ("closed-form", export_closed_form),
                         ("residual", export_residual)):
        model, x = export()
        archives.write_torchscript(FILES / f"{name}-traced.pt", torch.jit.trace(model, x[:1]))
        # The scripted residual network is saved in training mode, as careless people save it.
        model.train(name == "residual")
        archives.write_torchscript(FILES / f"{name}-scripted.pt", torch.jit.script(model))


if __name__ == "__main__":
    main()
