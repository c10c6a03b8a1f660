"""Exports trained weights: TorchScript for libtorch, safetensors for every other engine."""

import argparse
from pathlib import Path

import torch
from safetensors.torch import save_file

from model import CLASSES, DemoNet

# The demo model is embedded in a library: it may not grow past this.
LARGEST = 4_000_000


def without_debug_records(script: Path) -> None:
    """Rewrites the archive without source positions: they name the folders it was built in."""
    reader = torch._C.PyTorchFileReader(str(script))
    # The writer adds these two by itself.
    own = ("version", ".data/serialization_id")
    records = {
        name: reader.get_record(name)
        for name in reader.get_all_records()
        if not name.endswith(".debug_pkl") and name not in own
    }
    writer = torch._C.PyTorchFileWriter(str(script))
    for name, content in records.items():
        writer.write_record(name, content, len(content))
    writer.write_end_of_file()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weights", type=Path, required=True, help="weights of train.py (.pt)")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    args = parser.parse_args()

    net = DemoNet()
    net.load_state_dict(torch.load(args.weights))
    # Memory layout is a matter of training speed; files hold plain NCHW, which all engines read.
    net = net.to(memory_format=torch.contiguous_format).eval()

    script = args.out / "imagenette-cnn.pt"
    # Scripted rather than traced: module paths such as block3.conv2 stay addressable.
    torch.jit.script(net).save(str(script))
    without_debug_records(script)
    size = script.stat().st_size
    if size >= LARGEST:
        raise SystemExit(f"{script} has {size} bytes, the limit is {LARGEST}")

    # The counters of training batches are of no use to an engine that only infers.
    weights = {
        name: value.contiguous()
        for name, value in net.state_dict().items()
        if not name.endswith("num_batches_tracked")
    }
    save_file(weights, args.out / "imagenette-cnn.safetensors", metadata={"format": "pt"})
    (args.out / "labels.txt").write_text("\n".join(CLASSES) + "\n", encoding="utf-8")

    restored = torch.jit.load(str(script))
    probe = torch.randn(2, 3, 160, 160, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        torch.testing.assert_close(restored(probe), net(probe))
    print(f"{script.name}: {size} bytes, {sum(p.numel() for p in net.parameters())} parameters")


if __name__ == "__main__":
    main()
