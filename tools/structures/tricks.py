"""Networks that do what real ones do in odd places: other types, other returns, loops, contexts,
functions. make_structures.py writes them."""

import math
from enum import Enum
from typing import Dict, List, NamedTuple, Optional, Tuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.utils import parametrizations, weight_norm

CHANNELS, SIDE, CLASSES, WIDTH = 2, 6, 3, 4


def conv(a, b):
    return nn.Conv2d(a, b, 3, padding=1)


class Head(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(WIDTH, CLASSES)

    def forward(self, x):
        return self.fc(x.mean([2, 3]))


class Plain(nn.Module):
    """A convolution, its norm, another convolution: what is cast to other types."""

    def __init__(self):
        super().__init__()
        self.conv = conv(CHANNELS, WIDTH)
        self.norm = nn.BatchNorm2d(WIDTH)
        self.last = conv(WIDTH, WIDTH)
        self.head = Head()

    def forward(self, x):
        return self.head(self.last(torch.relu(self.norm(self.conv(x)))))


class Unnormed(nn.Module):
    """Half precision without a norm, so that freezing changes no weight."""

    def __init__(self):
        super().__init__()
        self.conv = conv(CHANNELS, WIDTH).half()
        self.head = Head().half()

    def forward(self, x):
        return self.head(torch.relu(self.conv(x)))


class FloatHead(Plain):
    """A half-precision body before a head in float32."""

    def __init__(self):
        super().__init__()
        self.conv.half()
        self.norm.half()

    def forward(self, x):
        x = torch.relu(self.norm(self.conv(x))).to(torch.float32)
        return self.head(self.last(x))


class Nothing(nn.Module):
    """Returns nothing; a trace records that it was called."""

    def forward(self, x):
        return None


class Pair(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = conv(WIDTH, WIDTH)

    def forward(self, x) -> Tuple[Tensor, Tensor]:
        y = self.conv(x)
        return y, torch.sigmoid(y)


class AsList(Pair):
    def forward(self, x) -> List[Tensor]:
        y = self.conv(x)
        return [y, torch.sigmoid(y)]


class AsDict(Pair):
    def forward(self, x) -> Dict[str, Tensor]:
        y = self.conv(x)
        return {"map": y, "gate": torch.sigmoid(y)}


class Gated(NamedTuple):
    map: Tensor
    gate: Tensor


class AsNamed(Pair):
    def forward(self, x) -> Gated:
        y = self.conv(x)
        return Gated(y, torch.sigmoid(y))


class Returns(nn.Module):
    """Modules inside the network that return something else than a tensor."""

    def __init__(self, named):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH)
        self.nothing = Nothing()
        self.pair = Pair()
        self.list = AsList()
        self.dict = AsDict()
        self.named = AsNamed() if named else Pair()
        self.head = Head()

    def forward(self, x):
        x = self.stem(x)
        self.nothing(x)
        a, b = self.pair(x)
        c = self.list(a * b)
        d = self.dict(c[0] * c[1])
        e, f = self.named(d["map"] * d["gate"])
        return self.head(e * f)


class Heads(nn.Module):
    """Self-attention, whose module returns a pair, over pixels as tokens."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH)
        self.attention = nn.MultiheadAttention(WIDTH, 2, batch_first=True)
        self.norm = nn.LayerNorm(WIDTH)
        self.fc = nn.Linear(WIDTH, CLASSES)

    def forward(self, x):
        x = self.stem(x).flatten(2).transpose(1, 2)
        y, _ = self.attention(x, x, x, need_weights=False)
        return self.fc(self.norm(x + y).mean(1))


class Turns(nn.Module):
    """One module in a loop of which the source does not know the number of turns."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH)
        self.unit = nn.Sequential(conv(WIDTH, WIDTH), nn.ReLU())
        self.head = Head()
        self.turns = 3

    def forward(self, x):
        x = self.stem(x)
        for _ in range(self.turns + x.size(0) - 1):
            x = self.unit(x)
        return self.head(x)


class While(Turns):
    def forward(self, x):
        x = self.stem(x)
        i = 0
        while i < self.turns:
            if i == 1:
                i += 1
                continue
            x = self.unit(x)
            i += 1
        return self.head(x)


class Stacked(nn.Sequential):
    """A subclass of Sequential that does something of its own."""

    def forward(self, x):
        for module in self:
            x = module(x) + 1
        return x


class Lists(nn.Module):
    """Lists and dictionaries of modules, which scripting unrolls."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH)
        self.blocks = nn.ModuleList([conv(WIDTH, WIDTH) for _ in range(3)])
        self.arms = nn.ModuleDict({"left": conv(WIDTH, WIDTH), "right": conv(WIDTH, WIDTH)})
        self.stacked = Stacked(conv(WIDTH, WIDTH), conv(WIDTH, WIDTH))
        self.head = Head()

    def forward(self, x):
        x = self.stem(x)
        for i, block in enumerate(self.blocks):
            x = torch.relu(block(x)) + i
        y = torch.zeros_like(x)
        for name, arm in self.arms.items():
            y = y + arm(x)
        return self.head(self.stacked(y))


class Returning(nn.Module):
    """Both arms return early, and behind an assertion at that."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH)
        self.bright = conv(WIDTH, WIDTH)
        self.dark = conv(WIDTH, WIDTH)
        self.head = Head()

    def pick(self, x):
        if x.numel() == 0:
            return self.dark(x)
        assert x.size(1) == 4, f"wrong \"width\" {x.size(1)}\nof a 'map'"
        if x.size(0) > 5:
            return self.dark(x)
        else:
            return self.bright(x)

    def forward(self, x):
        return self.head(self.pick(self.stem(x)))


class Base(nn.Module):
    scale: Optional[float]

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH)
        self.scale = None

    @property
    def factor(self) -> float:
        return 2.0

    @torch.jit.export
    def describe(self, x: Tensor, note: str = "a \"quoted\"\nnote") -> str:
        if not torch.jit.is_scripting():
            note = note.upper()
        return f"{note}: {x.size(0)}"

    @torch.jit.unused
    def never(self, x: Tensor) -> Tensor:
        return x.cpu().numpy()

    def features(self, x: Tensor, twice: bool = False, bias: Optional[Tensor] = None) -> Tensor:
        x = self.stem(x) * self.factor
        if bias is not None:
            x = x + bias
        if twice:
            x = x * 2
        return x


class Derived(Base):
    """Inheritance, a property, defaults, keywords, exported and unused methods, strings."""

    def __init__(self):
        super().__init__()
        self.last = conv(WIDTH, WIDTH)
        self.head = Head()
        self.label = "it's \"here\"\n\tand \\ there: {x} # no comment"
        self.unusual = False

    def features(self, x: Tensor, twice: bool = False, bias: Optional[Tensor] = None) -> Tensor:
        return self.last(torch.relu(self.stem(x) * self.factor))

    def forward(self, x: Tensor, mask: Optional[Tensor] = None, flag: bool = True) -> Tensor:
        if self.unusual:
            return self.never(x)
        if len(self.label) == 0:
            print(self.label)
        y = self.features(x, twice=flag, bias=mask)
        return self.head(y)


class Contexts(nn.Module):
    """The stem runs without gradients, the last convolution with."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH)
        self.last = conv(WIDTH, WIDTH)
        self.head = Head()

    def forward(self, x):
        with torch.no_grad():
            x = torch.relu(self.stem(x))
        return self.head(self.last(x))


class Autocast(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH)
        self.last = conv(WIDTH, WIDTH)
        self.head = Head()

    def forward(self, x):
        with torch.autocast("cpu", enabled=True, dtype=torch.bfloat16):
            x = torch.relu(self.stem(x))
        return self.head(self.last(x.float()))


class Forked(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH)
        self.left = conv(WIDTH, WIDTH)
        self.right = conv(WIDTH, WIDTH)
        self.head = Head()

    def forward(self, x):
        x = self.stem(x)
        future = torch.jit.fork(self.left, x)
        y = self.right(x)
        return self.head(torch.jit.wait(future) + y)


class Shared(nn.Module):
    """One module under two names, in two places, and in the arms of a condition."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH)
        self.first = conv(WIDTH, WIDTH)
        self.again = self.first
        self.block = nn.Sequential(self.first, nn.ReLU())
        self.head = Head()

    def forward(self, x):
        x = self.stem(x)
        x = self.again(self.first(x))
        return self.head(self.block(x))


class Loose(nn.Module):
    """Parameters and buffers used without a module around them."""

    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(WIDTH, CHANNELS, 3, 3))
        self.register_buffer("shift", torch.randn(1, WIDTH, 1, 1))
        self.relu = nn.ReLU()
        self.normed = weight_norm(conv(WIDTH, WIDTH))
        self.head = Head()
        self.constant = torch.randn(1, WIDTH, 1, 1)

    def forward(self, x):
        x = self.relu(F.conv2d(x, self.weight, padding=1) + self.shift)
        return self.head(self.normed(x) * torch.tensor([1.0, 2.0, 3.0, 4.0]).view(1, -1, 1, 1))


class Parametrized(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = parametrizations.weight_norm(conv(CHANNELS, WIDTH))
        self.last = parametrizations.spectral_norm(conv(WIDTH, WIDTH))
        self.head = Head()

    def forward(self, x):
        return self.head(self.last(torch.relu(self.stem(x))))


class Tokens(nn.Module):
    """A transformer's block over patches, with so many leading tokens."""

    def __init__(self, leading):
        super().__init__()
        self.patches = nn.Conv2d(CHANNELS, WIDTH, 2, stride=2)
        self.leading = nn.Parameter(torch.randn(1, leading, WIDTH)) if leading else None
        self.norm = nn.LayerNorm(WIDTH)
        self.attention = nn.MultiheadAttention(WIDTH, 2, batch_first=True)
        self.mlp = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU())
        self.end = nn.LayerNorm(WIDTH)
        self.fc = nn.Linear(WIDTH, CLASSES)

    def forward(self, x):
        x = self.patches(x).flatten(2).transpose(1, 2)
        if self.leading is not None:
            x = torch.cat([self.leading.expand(x.size(0), -1, -1), x], 1)
        y = self.norm(x)
        x = x + self.attention(y, y, y, need_weights=False)[0]
        x = self.end(x + self.mlp(x))
        return self.fc(x.mean(1) if self.leading is None else x[:, 0])


class ChannelsLast(nn.Module):
    """Channels last inside, as in a Swin transformer."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.mlp = nn.Linear(WIDTH, WIDTH)
        self.fc = nn.Linear(WIDTH, CLASSES)

    def forward(self, x):
        x = self.stem(x).permute(0, 2, 3, 1)
        return self.fc(self.mlp(self.norm(x)).mean([1, 2]))


class AddsAxis(nn.Module):
    """Takes grey images without an axis of channels and adds it."""

    def __init__(self):
        super().__init__()
        self.conv = conv(1, WIDTH)
        self.head = Head()

    def forward(self, x):
        return self.head(self.conv(x.unsqueeze(1)))


class Line(nn.Module):
    """A series instead of an image."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv1d(CHANNELS, WIDTH, 3, padding=1)
        self.fc = nn.Linear(WIDTH, CLASSES)

    def forward(self, x):
        return self.fc(self.conv(x).mean(2))


class Volume(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv3d(CHANNELS, WIDTH, 3, padding=1)
        self.fc = nn.Linear(WIDTH, CLASSES)

    def forward(self, x):
        return self.fc(self.conv(x).mean([2, 3, 4]))


class OfList(nn.Module):
    """Takes a list of images."""

    def __init__(self):
        super().__init__()
        self.conv = conv(CHANNELS, WIDTH)
        self.head = Head()

    def forward(self, x: List[Tensor]) -> Tensor:
        return self.head(self.conv(torch.stack(x)))


class Names(nn.Module):
    """Methods with the names of those that are put beside them, and defaults full of punctuation."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH)
        self.last = conv(WIDTH, WIDTH)
        self.head = Head()
        self.end = nn.Softmax(dim=1)

    def run(self, x, mode: str = "a, (b", sign: str = "it's: \"x\",\n:"):
        if mode == "c) -> Tensor:":
            return x
        return torch.relu(self.last(x)) if sign != "#" else x

    def replace(self, x):
        return self.run(x)

    def score_forward(self, x):
        return self.replace(x)

    def forward(self, x):
        return self.end(self.head(self.score_forward(self.stem(x))))


class Casts(nn.Module):
    """Halves what it is given itself, after it has scaled that."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH).half()
        self.head = Head()

    def forward(self, x):
        return self.head(self.stem((x * 2.5).half()).float())


class Collected(nn.Module):
    """Blocks that each add to one list."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH)
        self.blocks = nn.ModuleList([conv(WIDTH, WIDTH) for _ in range(2)])
        self.head = Head()

    def forward(self, x):
        x = self.stem(x)
        all = [block(x) for block in self.blocks]
        return self.head(torch.stack(all).sum(0))


class Maybe(nn.Module):
    """May return nothing, but does not."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH)
        self.head = Head()

    def forward(self, x) -> Optional[Tensor]:
        if x.size(0) > 100:
            return None
        return self.head(self.stem(x))


class Order(Enum):
    WIDE = "wide"
    TALL = "tall"


class Enumerated(nn.Module):
    """What is done depends on a constant of an enumeration; lengths are rounded as numbers."""

    order: Order

    def __init__(self):
        super().__init__()
        self.order = Order.TALL
        self.stem = conv(CHANNELS, WIDTH)
        self.last = conv(WIDTH, WIDTH)
        self.head = Head()

    def forward(self, x):
        x = self.stem(x)
        if self.order == Order.TALL:
            x = x.transpose(2, 3)
        h, w = x.shape[-2:]
        rows = math.ceil(h / 4) + math.floor(w * 0.5)
        return self.head(self.last(F.pad(x, [0, 0, rows, 0])))


class Inner(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH)
        self.head = Head()

    def forward(self, x) -> Dict[str, Tensor]:
        return {"scores": self.head(self.stem(x))}


class Outer(nn.Module):
    """Returns a dictionary of which only another module knows the keys."""

    def __init__(self):
        super().__init__()
        self.inner = Inner()

    def forward(self, x) -> Dict[str, Tensor]:
        return self.inner(x)


class Clash(nn.Module):
    """Halves flow into a layer of float32, which PyTorch refuses."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH).half()
        self.head = Head()

    def forward(self, x):
        return self.head(self.stem(x))


class Words(nn.Module):
    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(10, WIDTH)
        self.fc = nn.Linear(WIDTH, CLASSES)

    def forward(self, x):
        return self.fc(self.words(x).mean(1))


class Quantized(nn.Module):
    """Whole numbers of eight bits between its first layer and its scores."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH)
        self.quant = torch.ao.quantization.QuantStub()
        self.conv = conv(WIDTH, WIDTH)
        self.dequant = torch.ao.quantization.DeQuantStub()
        self.last = conv(WIDTH, WIDTH)
        self.head = Head()

    def forward(self, x):
        return self.head(self.last(self.dequant(self.conv(self.quant(self.stem(x))))))


def quantized():
    torch.backends.quantized.engine = "fbgemm"
    model = Quantized().eval()
    for part in (model.quant, model.conv, model.dequant):
        part.qconfig = torch.ao.quantization.get_default_qconfig("fbgemm")
    torch.ao.quantization.prepare(model, inplace=True)
    model(torch.randn(4, CHANNELS, SIDE, SIDE))
    return torch.ao.quantization.convert(model, inplace=True)


class Steps(nn.Module):
    def forward(self, x):
        return torch.quantize_per_tensor(x, 0.05, 60, torch.quint8)


class Numbers(nn.Module):
    def forward(self, x):
        return torch.dequantize(x)


class Quantizing(nn.Module):
    """Numbers that are quantized on their way, between weights that are not."""

    def __init__(self):
        super().__init__()
        self.stem = conv(CHANNELS, WIDTH)
        self.quant = Steps()
        self.relu = nn.ReLU()
        self.dequant = Numbers()
        self.last = conv(WIDTH, WIDTH)
        self.head = Head()

    def forward(self, x):
        return self.head(self.last(self.dequant(self.relu(self.quant(self.stem(x))))))


class Functions(nn.Module):
    """What function() computes, with a module to look at."""

    def __init__(self):
        super().__init__()
        self.conv = conv(CHANNELS, CLASSES)

    def forward(self, x):
        return torch.relu(self.conv(x)).mean([2, 3])


def write_all(write, trace):
    """Writes every file. `write` and `trace` are make_structures.py's."""
    script = torch.jit.script

    def one(name, make, export, layers, **more):
        torch.manual_seed(len(name))
        model = make().eval()
        write(name, export(model), model, layers, **more)

    def of_kind(kind):
        return lambda: Plain().to(kind)

    def traced_as(kind):
        example = torch.zeros(1, CHANNELS, SIDE, SIDE, dtype=kind)
        return lambda model: torch.jit.trace(model, example, check_trace=False)

    def frozen(model):
        return torch.jit.freeze(script(model))

    half, brain, double = torch.float16, torch.bfloat16, torch.float64
    layers = ["@input", "conv", "last"]
    one("half-scripted", of_kind(half), script, layers, kind=half, resume=["last"])
    one("half-traced", of_kind(half), traced_as(half), layers, kind=half)
    one("half-frozen", Unnormed, frozen, ["conv"], names={"conv": "conv2d"}, kind=half)
    one("bfloat16-traced", of_kind(brain), traced_as(brain), layers, kind=brain, resume=["last"])
    one("float64-scripted", of_kind(double), script, layers, kind=double, resume=["last"])
    one("float-head-scripted", FloatHead, script, ["conv", "last"], kind=half, resume=["conv"])

    inside = ["stem", "pair.conv", "list.conv", "dict.conv", "named.conv"]
    one("returns-scripted", lambda: Returns(True), script, inside)
    one("returns-traced", lambda: Returns(True), trace, inside)
    one("heads-scripted", Heads, script, ["stem", "norm"])
    turns = ["unit", "unit.0", "unit#2", "unit.0#3"]
    one("turns-scripted", Turns, script, turns, resume=["unit#2"])
    one("while-scripted", While, script, ["unit.0", "unit#2"])
    one("lists-scripted", Lists, script, ["blocks.1", "arms.left", "stacked.0", "stacked"])
    one("returning-scripted", Returning, script, ["stem", "bright"])
    one("derived-scripted", Derived, script, ["stem", "last"])
    one("contexts-scripted", Contexts, script, ["last"])
    one("forked-scripted", Forked, script, ["stem", "left", "right"])
    one("forked-traced", Forked, trace, ["stem", "left", "right"])
    calls = ["first", "first#2", "first#3"]
    names = {"first#2": "again", "first#3": "block.0"}
    one("shared-scripted", Shared, script, calls, names=names)
    names = {"first": "block.0", "first#2": "block.0#2", "first#3": "block.0#3"}
    one("shared-traced", Shared, trace, calls, names=names)
    one("loose-traced", Loose, trace, ["relu", "normed"])
    one("parametrized-traced", Parametrized, trace, ["stem", "last"])
    for leading, export, kind in ((0, trace, "traced"), (1, script, "scripted"), (2, trace, "traced")):
        one(f"tokens-{leading}-{kind}", lambda: Tokens(leading), export, ["norm", "end"])
    one("channels-last-scripted", ChannelsLast, script, ["stem", "norm"])
    one("adds-axis-scripted", AddsAxis, script, ["conv"], x=torch.randn(1, SIDE, SIDE))
    line, volume = torch.randn(1, CHANNELS, 9), torch.randn(1, CHANNELS, 3, 4, 5)
    one("line-scripted", Line, script, ["conv"], x=line)
    one("volume-scripted", Volume, script, ["conv"], x=volume)

    one("collected-scripted", Collected, script, ["blocks.0", "blocks.1"], resume=["blocks.1"])
    one("casts-scripted", Casts, script, ["stem"])
    one("enumerated-scripted", Enumerated, script, ["stem", "last"])
    one("maybe-scripted", Maybe, script, ["stem"])
    one("outer-scripted", Outer, script, ["inner.stem"], pick=lambda out: out["scores"])
    torch.manual_seed(8)
    model = Names().eval()
    file = script(model)
    model.end = nn.Identity()  # scores are taken from before it
    write("names-scripted", file, model, ["stem", "last"], resume=["last"])

    torch.manual_seed(9)
    model = Quantizing().eval()
    write("quantizing-scripted", script(model), model, ["last"])
    torch.manual_seed(10)
    model = Functions().eval()
    weight, bias = model.conv.weight.detach(), model.conv.bias.detach()

    def function(x):
        return torch.relu(torch.conv2d(x, weight, bias, padding=1)).mean([2, 3])

    example = torch.zeros(1, CHANNELS, SIDE, SIDE)
    write("function-traced", torch.jit.trace(function, example), model, ["conv"], names={"conv": "conv2d"})
