#!/usr/bin/env python3
"""Writes the small TorchScript files on which gradcam-djl proves that it copes with every structure,
each with a text of what PyTorch's own autograd computes for it.

usage: make_structures.py [repository]      (default: the one this file is in)
"""

import io
import os
import re
import sys
import zipfile
from pathlib import Path
from typing import Dict, List, NamedTuple

if os.environ.get("PYTHONHASHSEED") != "0":
    # torch.jit.script writes a module's constants in the order of a set.
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})
import torch
from torch import Tensor, nn
from torch.nn import functional as F

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "reference"))
import archives
import tricks
from choices import CHOICES

ROOT = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent.parent
TARGET = ROOT / "gradcam-djl/src/test/resources/structures"
CHANNELS, SIDE, CLASSES = 2, 6, 3
TRACE = rb'"stack_trace": "(?:[^"\\]|\\.)*"'

# What another PyTorch, another machine or another library would have written.
EDITED = [
    ("newer-format", "version", b"3", b"11"),
    ("big-endian", "byteorder", b"little", b"big"),
    ("newer-operator", ".py", b"torch.relu(", b"torch.relu_of_tomorrow("),
    ("newer-arguments", ".py", b"torch.relu(", b"torch.relu(True, "),
    ("foreign-operator", ".py", b"torch.relu(", b"ops.torchvision.deform_conv2d("),
]

torch.set_num_threads(1)


def conv(a, b):
    return nn.Conv2d(a, b, 3, padding=1)


class Head(nn.Module):
    def __init__(self, channels=4):
        super().__init__()
        self.fc = nn.Linear(channels, CLASSES)

    def forward(self, x):
        return self.fc(x.mean([2, 3]))


class Unit(nn.Module):
    """Convolution, then a ReLU that overwrites what the convolution returned."""

    def __init__(self, a, b):
        super().__init__()
        self.conv = conv(a, b)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        return self.relu(self.conv(x))


class Nested(nn.Module):
    """Two objects of one class, two levels deep, behind an indirection."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, 4)
        self.features = nn.Sequential(Unit(4, 4), Unit(4, 4))
        self.head = Head()

    def _forward_impl(self, x):
        return self.head(self.features(self.stem(x)))

    def forward(self, x):
        return self._forward_impl(x)


class Twice(nn.Module):
    """The same modules, called twice."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, 4)
        self.conv = conv(4, 4)
        self.relu = nn.ReLU(inplace=True)
        self.head = Head()

    def forward(self, x):
        x = self.relu(self.conv(self.stem(x)))
        x = self.relu(self.conv(x))
        return self.head(x)


class Residual(nn.Module):
    """A layer whose other arm needs the network's input too."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, 4)
        self.conv1 = conv(4, 4)
        self.conv2 = conv(4, 4)
        self.relu = nn.ReLU(inplace=True)
        self.last = conv(4, 4)
        self.head = Head()

    def forward(self, x):
        x = self.relu(self.stem(x))
        y = self.conv2(self.relu(self.conv1(x)))
        y += x
        return self.head(self.last(self.relu(y)))


class Ending(nn.Module):
    """The plain network, and something behind its scores."""

    def __init__(self, end):
        super().__init__()
        self.unit = Unit(CHANNELS, 4)
        self.head = Head()
        self.end = end

    def forward(self, x):
        return self.end(self.head(self.unit(x)))


class Softmax(nn.Module):
    def forward(self, x):
        return F.softmax(x, dim=1)


class LogSoftmax(nn.Module):
    def forward(self, x):
        return torch.flatten(F.log_softmax(x, 1).unsqueeze(2), 1)


class Attention(nn.Module):
    """A softmax within the network, of the same class as the one at its end."""

    def __init__(self):
        super().__init__()
        self.unit = Unit(CHANNELS, 4)
        self.gate = nn.Softmax(dim=1)
        self.head = Head()
        self.end = nn.Softmax(dim=1)

    def forward(self, x):
        x = self.unit(x)
        return self.end(self.head(self.gate(x) * x))


class Outputs(NamedTuple):
    aux: Tensor
    logits: Tensor


class Several(nn.Module):
    def __init__(self):
        super().__init__()
        self.unit = Unit(CHANNELS, 4)
        self.aux = Head()
        self.head = Head()


class ATuple(Several):
    def forward(self, x):
        x = self.unit(x)
        return self.head(x), self.aux(x)


class AList(Several):
    def forward(self, x) -> List[Tensor]:
        x = self.unit(x)
        return [self.head(x), self.aux(x)]


class ADict(Several):
    def forward(self, x) -> Dict[str, Tensor]:
        x = self.unit(x)
        return {"aux": self.aux(x), "out": self.head(x)}


class ANamedTuple(Several):
    def forward(self, x) -> Outputs:
        x = self.unit(x)
        return Outputs(self.aux(x), self.head(x))


class Training(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = conv(CHANNELS, 4)
        self.bn = nn.BatchNorm2d(4)
        self.relu = nn.ReLU(inplace=True)
        self.drop = nn.Dropout(0.5)
        self.head = Head()
        nn.init.normal_(self.bn.running_mean)
        nn.init.uniform_(self.bn.running_var, 0.5, 2)

    def forward(self, x):
        return self.head(self.drop(self.relu(self.bn(self.conv(x)))))


class Branches(nn.Module):
    """Only one of two layers runs, one of them under the name that both arms share."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, 4)
        self.bright = conv(4, 4)
        self.dark = conv(4, 4)
        self.shared = conv(4, 4)
        self.head = Head()

    def forward(self, x):
        x = self.stem(x)
        if bool(x.mean() > -100):
            x = self.shared(self.bright(x))
        else:
            x = self.shared(self.dark(x))
        return self.head(x)


class Loop(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, 4)
        self.conv = conv(4, 4)
        self.head = Head()

    def forward(self, x):
        x = self.stem(x)
        for _ in range(x.size(0) + 1):
            x = torch.relu_(self.conv(x))
        return self.head(x)


class Cut(nn.Module):
    """No gradient comes back through rounding to integers."""

    def __init__(self):
        super().__init__()
        self.conv = conv(CHANNELS, 4)
        self.last = conv(4, 4)
        self.head = Head()

    def forward(self, x):
        return self.head(self.last(self.conv(x).detach()))


class Names(nn.Module):
    """Layers whose names are no identifiers, and mean something where text is put into text."""

    def __init__(self):
        super().__init__()
        self.parts = nn.ModuleDict({name: conv(c, 4) for name, c in NAMES.items()})
        self.head = Head()

    def forward(self, x):
        for part in self.parts.values():
            x = part(x)
        return self.head(x)


NAMES = {"it's": CHANNELS, "${pick}": 4, "%s": 4, "(x,)": 4}


class Unreached(nn.Module):
    """Two layers, and something between them, or behind them, that no gradient passes."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, 4)
        self.conv = conv(4, 4)
        self.head = Head()


class OneHot(Unreached):
    def forward(self, x):
        return F.one_hot(self.head(self.conv(self.stem(x))).argmax(1), 3).float()


class Integers(Unreached):
    def forward(self, x):
        return (100 * self.head(self.conv(self.stem(x)))).to(torch.int64)


class NoGrad(Unreached):
    def forward(self, x):
        with torch.no_grad():
            x = self.conv(self.stem(x))
        return self.head(x)


class Rounded(Unreached):
    def forward(self, x):
        return torch.round(self.head(self.conv(self.stem(x))), decimals=1)


class Floored(Unreached):
    def forward(self, x):
        return self.head(torch.div(self.conv(self.stem(x)), 0.1, rounding_mode="floor"))


class Aside(Unreached):
    """What the layers put out only decides."""

    def forward(self, x):
        decision = self.conv(self.stem(x)) > 0
        return self.head(torch.where(decision, torch.cat([x, x], 1), torch.cat([-x, -x], 1)))


class Hungry(nn.Module):
    """Takes memory with the fourth power of the number of images."""

    def __init__(self):
        super().__init__()
        self.conv = conv(CHANNELS, 4)
        self.head = Head()

    def forward(self, x):
        n = x.size(0)
        return self.head(self.conv(x.repeat(1, 1, n * n * n * n, n * n * n * n)))


def look(model, x, layers, cotangent, pick, given=None):
    """Activations of layers and the gradients of cotangent at them. `layer#2` is a second call,
    `layer@input` what flows into it; with given, the only layer puts that out instead."""
    seen, calls = {}, {}

    def tap(name, value):
        if name not in layers:
            return value
        kept = value.clone() if given is None else given.clone().requires_grad_(True)
        kind = value.dtype
        if not kept.requires_grad:
            kept.requires_grad_(True)
        kept.retain_grad()
        seen[name] = kept
        return kept.clone().to(kind)

    def after(path):
        def hook(module, args, out):
            calls[path] = calls.get(path, 0) + 1
            return tap(path if calls[path] == 1 else f"{path}#{calls[path]}", out)

        return hook

    def before(path):
        return lambda module, args: (tap(path + "@input", args[0]),)

    handles = []
    for path, module in model.named_modules():
        if path:
            handles.append(module.register_forward_hook(after(path)))
            if path + "@input" in layers:
                handles.append(module.register_forward_pre_hook(before(path)))
    output = pick(model(tap("@input", x) if "@input" in layers else x)).float()
    if cotangent is not None:
        (output * cotangent).sum().backward()
    for handle in handles:
        handle.remove()
    return output.detach(), {layer: (t.detach(), t.grad) for layer, t in seen.items()}


def line(name, tensor):
    shape = ",".join(map(str, tensor.shape))
    return f"{name} {shape} " + " ".join(f"{v:.9g}" for v in tensor.flatten().tolist())


def write(name, file, model, layers, pick=lambda out: out, names=None, resume=(), x=None, kind=None):
    """One file, and its text. `names` says what a layer is called in the file, `kind` in what type
    the network takes its input."""
    names = names or {}
    generator = torch.Generator().manual_seed(len(name) + 17)
    x = torch.randn(1, CHANNELS, SIDE, SIDE, generator=generator) if x is None else x
    model.eval()
    with torch.no_grad():
        shape = pick(model(x.to(kind))).shape[1:]
    cotangent = torch.randn(1, *shape, generator=generator)
    output, values = look(model, x.to(kind), layers, cotangent, pick)
    lines = [line("input", x), line("cotangent", cotangent), line("output", output)]
    for layer in layers:
        called = names.get(layer, layer)
        lines += [line("act/" + called, values[layer][0]), line("grad/" + called, values[layer][1])]
    for layer in resume:
        called = names.get(layer, layer)
        shape = (3, *values[layer][0].shape[1:])
        given = torch.randn(shape, generator=generator)
        seed = torch.randn(3, *cotangent.shape[1:], generator=generator)
        out, back = look(model, x.to(kind).repeat(3, 1, 1, 1), [layer], seed, pick, given)
        lines += [
            line("given/" + called, given),
            line("seed/" + called, seed),
            line("resumed/" + called, out),
            line("back/" + called, back[layer][1]),
        ]
    archives.write_torchscript(TARGET / f"{name}.pt", file)
    (TARGET / f"{name}.txt").write_text("\n".join(lines) + "\n")


def trace(model, training=False):
    model.train(training)
    torch.manual_seed(1)
    return torch.jit.trace(
        model, torch.zeros(1, CHANNELS, SIDE, SIDE) + 0.5, check_trace=False, strict=False
    )


def both(name, make, layers, **more):
    for kind, export in (("traced", trace), ("scripted", torch.jit.script)):
        torch.manual_seed(len(name))
        model = make().eval()
        write(f"{name}-{kind}", export(model), model, layers, **more)


def strip(model):
    """The same network without what stands behind its scores."""
    model.end = nn.Identity()
    return model


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    nested = ["@input", "stem", "features.0.conv", "features.0", "features.1.conv", "features.1"]
    nested += ["features.1.relu@input"]
    both("nested", Nested, nested, resume=["stem", "features.0", "features.1.conv"])
    both("twice", Twice, ["conv", "conv#2", "relu", "relu#2"])
    both(
        "residual",
        Residual,
        ["stem", "conv1", "conv2", "last", "conv1@input"],
        resume=["last", "conv2", "conv1", "stem"],
    )
    ends = {
        "softmax": nn.Softmax(dim=1),
        "functional-softmax": Softmax(),
        "log-softmax": LogSoftmax(),
        "sigmoid": nn.Sequential(nn.Identity(), nn.Sigmoid(), nn.Flatten()),
    }
    for name, end in ends.items():
        for kind, export in (("traced", trace), ("scripted", torch.jit.script)):
            torch.manual_seed(len(name))
            model = Ending(end).eval()
            file = export(model)
            write(f"{name}-{kind}", file, strip(model), ["unit.conv", "unit"], resume=["unit"])
    for kind, export in (("traced", trace), ("scripted", torch.jit.script)):
        torch.manual_seed(3)
        model = Attention().eval()
        file = export(model)
        write(f"attention-{kind}", file, strip(model), ["unit.conv", "gate"])
    layers = ["unit.conv", "unit"]
    both("tuple", ATuple, layers, pick=lambda out: out[0], resume=["unit"])
    both("list", AList, layers, pick=lambda out: out[0])
    both("dict", ADict, layers, pick=lambda out: out["out"])
    torch.manual_seed(4)
    model = ANamedTuple().eval()
    write("named-tuple-scripted", torch.jit.script(model), model, layers, pick=lambda o: o.logits)
    for kind in ("traced", "scripted"):
        torch.manual_seed(5)
        model = Training()
        kept = {k: v.clone() for k, v in model.state_dict().items()}
        file = trace(model, training=True) if kind == "traced" else torch.jit.script(model.train())
        model.load_state_dict(kept)
        write(f"training-{kind}", file, model, ["conv", "bn", "drop"])
    torch.manual_seed(6)
    model = Branches().eval()
    write("branches-scripted", torch.jit.script(model), model, ["bright", "shared"])
    torch.manual_seed(7)
    model = Loop().eval()
    write("loop-scripted", torch.jit.script(model), model, ["stem", "conv"])
    torch.manual_seed(8)
    model = Cut().eval()
    write("cut-traced", trace(model), model, ["last"])
    flat = {"stem": "conv2d", "features.0.conv": "conv2d#2", "features.0.relu": "relu"}
    flat |= {"features.1.conv": "conv2d#3", "features.1": "relu#2"}
    for kind, export in (("traced", trace), ("scripted", torch.jit.script)):
        torch.manual_seed(len("nested"))
        model = Nested().eval()
        file = torch.jit.freeze(export(model))
        resume = ["features.0.conv"]
        write(f"frozen-{kind}", file, model, list(flat), names=flat, resume=resume)
    tricks.write_all(write, trace)
    choices()
    both("odd-names", Names, [f"parts.{name}" for name in NAMES], resume=["parts.it's", "parts.%s"])
    unreached()
    refused()


def choices():
    """Networks whose last layer with a grid is not the one to explain."""
    for name, (network, layers) in CHOICES.items():
        torch.manual_seed(len(name))
        model = network(CHANNELS, CLASSES).eval()
        pick = (lambda out: out["out"]) if name == "every-place" else (lambda out: out)
        for kind, export in (("traced", trace), ("scripted", torch.jit.script)):
            file = export(model.eval())
            write(f"{name}-{kind}", file, model, layers, pick=pick, resume=layers[:2])
            frozen = torch.jit.freeze(export(model.eval()))
            archives.write_torchscript(TARGET / f"{name}-frozen-{kind}.pt", frozen)


def unreached():
    """What can be opened, but not be explained; and what takes all memory."""
    for model in (OneHot, Integers, NoGrad, Rounded, Floored, Aside, Hungry):
        torch.manual_seed(9)
        file = torch.jit.script(model().eval())
        archives.write_torchscript(TARGET / f"{model.__name__.lower()}-scripted.pt", file)
        if model not in (NoGrad, Hungry):
            torch.manual_seed(9)
            archives.write_torchscript(TARGET / f"{model.__name__.lower()}-traced.pt", trace(model().eval()))


def refused():
    """What cannot be opened."""
    torch.manual_seed(0)
    model = Nested().eval()
    torch.save(model.state_dict(), TARGET / "state-dict.pt")
    torch.save(model.state_dict(), TARGET / "legacy.pt", _use_new_zipfile_serialization=False)
    torch.save(nn.Sequential(conv(2, 1)), TARGET / "pickled-module.pt")
    example = (torch.zeros(1, CHANNELS, SIDE, SIDE),)
    program = torch.export.export(nn.Sequential(conv(2, 1)).eval(), example)
    exported = io.BytesIO()
    torch.export.save(program, exported)
    with zipfile.ZipFile(exported) as source, zipfile.ZipFile(TARGET / "exported.pt2", "w") as out:
        for name in source.namelist():
            # The stack traces in it hold the paths of the machine.
            data = re.sub(TRACE, b'"stack_trace": ""', source.read(name))
            out.writestr(zipfile.ZipInfo(name, archives.EPOCH), data)
    optimized = torch.jit.optimize_for_inference(torch.jit.script(model))
    archives.write_torchscript(TARGET / "optimized.pt", optimized)
    torch.manual_seed(9)
    archives.write_torchscript(TARGET / "quantized.pt", torch.jit.script(tricks.quantized()))
    for name, model in (("clash", tricks.Clash()), ("words", tricks.Words())):
        archives.write_torchscript(TARGET / f"{name}.pt", torch.jit.script(model.eval()))
    archives.write_torchscript(TARGET / "of-list.pt", torch.jit.script(tricks.OfList().eval()))
    plain = io.BytesIO()
    torch.jit.save(torch.jit.script(nn.Sequential(conv(2, 1), nn.ReLU()).eval()), plain)
    for name, entry, old, new in EDITED:
        archives.write_edited(TARGET / f"{name}.pt", plain, entry, old, new)


if __name__ == "__main__":
    main()
