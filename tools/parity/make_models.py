#!/usr/bin/env python3
"""Writes a network with random weights as TorchScript, traced, scripted and frozen, with what
PyTorch's autograd computes at some of its layers.

usage: make_models.py DIRECTORY NETWORK...
       make_models.py --names
       make_models.py DIRECTORY --cost

The networks are those of networks.py; each is written to a folder of its own, 20 MB to 2.2 GB. With
--cost those whose cost is measured are written instead (VGG16, ResNet50 and MobileNetV2,
traced, no values).
Needs torch 2.7.1, torchvision 0.22.1, and timm 1.0.31 for the networks that come from there.

A folder holds TorchScript files, `values.f32` (float32, little-endian, one tensor behind the other)
and `values.txt`: a line of `tensor`, name and shape for each of them, and lines of `fact`, name and
text, with tabs between. Tensors' names begin with the reference to which they belong: `0/` is the
network as it is, others have batch norms multiplied into convolutions, as the frozen files have.
"""

import copy
import sys
import warnings
from pathlib import Path

import torch
import torchvision

from networks import NETWORKS

BATCH, SIDE = 2, 224
# As many as the other side has: sums in another order differ by 1e-7, and where that moves a number
# over a rectifier's kink its gradient is another.
THREADS = 2


def build(name, network):
    """The network with random weights, in evaluation mode."""
    torch.manual_seed(0)
    if network.library == "timm":
        import timm

        model = timm.create_model(name, pretrained=False, scriptable=True)
    else:
        more = {"init_weights": True} if name in ("googlenet", "inception_v3") else {}
        if network.output:
            more |= {"weights_backbone": None}
            more |= {} if name.startswith("lraspp") else {"aux_loss": True}
        model = torchvision.models.get_model(name, weights=None, **more)
    return settle(model, network.side)


def settle(model, side):
    """Makes numbers of a trained network's kind out of those of a new one, whose statistics are 0
    and 1, whose layer scales are 1e-6 and whose last layers often are 0: activations of 1e-9 and
    gradients of 0 would tell nothing."""
    generator = torch.Generator().manual_seed(1)
    with torch.no_grad():
        for parameter in model.parameters():
            if bool((parameter == parameter.flatten()[0]).all()):
                parameter += 0.2 * torch.randn(parameter.shape, generator=generator)
        norms = [m for m in model.modules() if isinstance(m, torch.nn.BatchNorm2d)]
        for module in norms:
            module.momentum = None
            module.train()
        model.eval()
        for module in norms:
            module.train()
        model(torch.randn(4, 3, side, side, generator=generator))
        for module in norms:
            module.momentum = 0.1
    return model.eval()


class Taps:
    """Hands out what flows through modules by name, or puts something else in its place. `NAME()`
    is the last call of a function of torch.nn.functional."""

    def __init__(self, model, layers, given=None):
        self.model, self.layers, self.given = model, layers, given
        self.seen = {}

    def tap(self, name, value):
        kept = value.clone() if self.given is None else self.given.clone().requires_grad_(True)
        if not kept.requires_grad:
            kept.requires_grad_(True)
        kept.retain_grad()
        self.seen[name] = kept
        return kept.clone()

    def run(self, x, cotangent, pick):
        handles = []
        for path, module in self.model.named_modules():
            if path in self.layers:
                handles.append(
                    module.register_forward_hook(lambda m, args, out, path=path: self.tap(path, out))
                )
        patched = {}
        for layer in self.layers:
            if layer.endswith("()"):
                patched[layer[:-2]] = getattr(torch.nn.functional, layer[:-2])
        last = {name: self.calls(name, x) for name in patched}
        for name, function in patched.items():
            setattr(torch.nn.functional, name, self.counting(name, function, last[name]))
        try:
            output = pick(self.model(self.tap("@input", x) if "@input" in self.layers else x))
        finally:
            for name, function in patched.items():
                setattr(torch.nn.functional, name, function)
            for handle in handles:
                handle.remove()
        (output * cotangent).sum().backward()
        self.model.zero_grad(set_to_none=True)
        return output.detach(), {name: (t.detach(), t.grad) for name, t in self.seen.items()}

    def calls(self, name, x):
        function, count = getattr(torch.nn.functional, name), [0]

        def counted(*args, **more):
            count[0] += 1
            return function(*args, **more)

        setattr(torch.nn.functional, name, counted)
        try:
            with torch.no_grad():
                self.model(x)
        finally:
            setattr(torch.nn.functional, name, function)
        return count[0]

    def counting(self, name, function, last):
        count = [0]

        def counted(*args, **more):
            count[0] += 1
            out = function(*args, **more)
            return self.tap(name + "()", out) if count[0] == last else out

        return counted


class Folder:
    """What is known of one network."""

    def __init__(self, path):
        path.mkdir(parents=True, exist_ok=True)
        self.path, self.lines = path, []
        self.values = open(path / "values.f32", "wb")

    def tensor(self, name, tensor):
        shape = ",".join(map(str, tensor.shape))
        self.lines.append(f"tensor\t{name}\t{shape}")
        self.values.write(tensor.detach().float().contiguous().numpy().tobytes())

    def fact(self, name, text):
        self.lines.append("fact\t" + name + "\t" + " ".join(str(text).split()))

    def close(self):
        self.values.close()
        (self.path / "values.txt").write_text("\n".join(self.lines) + "\n")


def exported(model, x, folder):
    """The forms of TorchScript, by name; why not, where PyTorch itself does not make one."""
    made = {}
    ways = {
        "traced": lambda: torch.jit.trace(model, x, strict=False, check_trace=False),
        "scripted": lambda: torch.jit.script(model),
        "frozen traced": lambda: torch.jit.freeze(made["traced"]),
        "frozen scripted": lambda: torch.jit.freeze(made["scripted"]),
    }
    for form, export in ways.items():
        source = form.split()[-1]
        if form != source and source not in made:
            continue
        try:
            made[form] = export()
            made[form].save(str(folder.path / (form.replace(" ", "-") + ".pt")))
        except Exception as failed:  # PyTorch's own reason goes into the table
            folder.fact("failed/" + form, f"{type(failed).__name__}: {reason(failed)}")
    return made


def reason(failed):
    """The lines before PyTorch shows where in the source it happened."""
    lines = []
    for line in str(failed).splitlines():
        if line.strip().startswith("File ") or len(" ".join(lines)) > 150:
            break
        if line.strip(" :"):
            lines.append(line.strip())
    return " ".join(lines) or "without a message"


def pairs(model, x):
    """The batch norms that directly follow a convolution, by the convolution's name."""
    names = {module: name for name, module in model.named_modules()}
    made, kept, found = {}, [], {}

    def look(module, args, out):
        source = args[0] if args and isinstance(args[0], torch.Tensor) else None
        if isinstance(module, torch.nn.BatchNorm2d) and id(source) in made:
            found[names[made[id(source)]]] = names[module]
        if isinstance(module, torch.nn.Conv2d):
            made[id(out)] = module
        kept.append(out)

    leaves = [m for m in model.modules() if not list(m.children())]
    handles = [m.register_forward_hook(look) for m in leaves]
    with torch.no_grad():
        model(x)
    for handle in handles:
        handle.remove()
    return found


def folded_in(file, model, found):
    """Those of the pairs that a frozen file holds as one convolution: not with the weights it had."""
    nodes = file.graph.findAllNodes("prim::Constant", True)
    tensors = [n.t("value") for n in nodes if n.hasAttribute("value") and n.kindOf("value") == "t"]

    def holds(weight):
        return any(t.shape == weight.shape and bool((t == weight).all()) for t in tensors)

    return tuple(name for name in found if not holds(model.get_submodule(name).weight))


def folded(model, found, convolutions):
    """The network with batch norms multiplied into the convolutions before them, as
    torch.jit.freeze does. The rounding is another, and at a rectifier's kink that shows: PyTorch's
    own gradients of a frozen file and of its network lie up to 1e-2 apart."""
    model = copy.deepcopy(model)
    for name in convolutions:
        convolution, norm = model.get_submodule(name), model.get_submodule(found[name])
        fused = torch.nn.utils.fusion.fuse_conv_bn_eval(convolution, norm)
        convolution.weight, convolution.bias = fused.weight, fused.bias
        parent, _, child = found[name].rpartition(".")
        setattr(model.get_submodule(parent), child, torch.nn.Identity())
    return model.eval()


def reference(model, prefix, layers, x, cotangent, pick, folder):
    """Writes what autograd computes, and what becomes of the output with other activations."""
    generator = torch.Generator().manual_seed(3)
    layers = list(layers)
    output, values = Taps(model, ["@input", *layers]).run(x, cotangent, pick)
    folder.tensor(prefix + "output", output)
    folder.tensor(prefix + "grad/@input", values["@input"][1])
    for layer in layers:
        activation, gradient = values[layer]
        folder.tensor(prefix + "act/" + layer, activation)
        folder.tensor(prefix + "grad/" + layer, gradient)
        noise = torch.randn(activation.shape, generator=generator)
        given = activation + 0.3 * activation.std() * noise
        folder.tensor(prefix + "given/" + layer, given)
        out, back = Taps(model, [layer], given).run(x, cotangent, pick)
        folder.tensor(prefix + "resumed/" + layer, out)
        folder.tensor(prefix + "back/" + layer, back[layer][1])
    return values["@input"][1]


def parity(directory, name):
    network = NETWORKS[name]
    model = build(name, network)
    generator = torch.Generator().manual_seed(2)
    x = torch.randn(BATCH, 3, network.side, network.side, generator=generator)
    folder = Folder(directory / name)
    versions = {"PyTorch": torch.__version__, "torchvision": torchvision.__version__}
    if network.library == "timm":
        import timm

        versions["timm"] = timm.__version__
    for library, version in versions.items():
        folder.fact("version/" + library, version.split("+")[0])

    def pick(out):
        return out[network.output] if network.output else out

    made = exported(model, x, folder)
    with torch.no_grad():
        cotangent = torch.randn(pick(model(x)).shape, generator=generator)
    folder.tensor("input", x)
    folder.tensor("cotangent", cotangent)
    layers = {"default": network.default, "early": network.early, "nested": network.nested}
    if network.frozen:
        layers["frozen"] = network.frozen
    for role, layer in layers.items():
        folder.fact("layer/" + role, layer)
    found, known = pairs(model, x), {}
    for form, file in made.items():
        inside = folded_in(file, model, found) if form.startswith("frozen") else ()
        if inside not in known:
            prefix = f"{len(known)}/"
            same = folded(model, found, inside)
            known[inside] = prefix, reference(same, prefix, layers.values(), x, cotangent, pick, folder)
        prefix, right = known[inside]
        folder.fact("reference/" + form, prefix)
        inputs = x.clone().requires_grad_(True)
        try:
            (gradient,) = torch.autograd.grad((pick(file(inputs)) * cotangent).sum(), inputs)
            apart = f"{float((gradient - right).abs().max() / right.abs().max()):.1e}"
        except Exception as failed:
            apart = f"{type(failed).__name__}: {reason(failed)}"
        folder.fact("apart/" + form, apart)
    folder.close()


def cost(directory):
    for name in ("vgg16", "resnet50", "mobilenet_v2"):
        torch.manual_seed(0)
        model = getattr(torchvision.models, name)(weights=None).train()
        with torch.no_grad():
            # Fresh statistics would let every image have nearly the same scores.
            model(torch.randn(8, 3, SIDE, SIDE))
        model.eval()
        torch.jit.trace(model, torch.zeros(1, 3, SIDE, SIDE)).save(str(directory / f"{name}.pt"))
        print(name)


def main():
    arguments = sys.argv[1:]
    if arguments == ["--names"]:
        print("\n".join(NETWORKS))
        return
    directory = Path(arguments[0])
    directory.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(THREADS)
    warnings.filterwarnings("ignore")
    if "--cost" in arguments:
        cost(directory)
        return
    for name in arguments[1:]:
        parity(directory, name)


main()
