"""The command line."""

import argparse
import os
from pathlib import Path

MODULE = Path(__file__).resolve().parents[2]
GRADCAM = ["gradcam-djl", "gradcam-tf", "gradcam-dl4j"]
PEERS = ["pytorch-grad-cam", "torch-cam", "captum", "tf-keras-vis"]
# Java and Python take turns.
WHO = [
    "gradcam-djl",
    "torch-cam",
    "gradcam-tf",
    "pytorch-grad-cam",
    "gradcam-dl4j",
    "captum",
    "tf-keras-vis",
]
NETWORKS = ["resnet50", "vgg16", "mobilenet_v2"]
QUESTIONS = ["cost", "folder", "cold_start", "threads"]


def chosen(known):
    def parse(text):
        names = text.split(",")
        unknown = [name for name in names if name not in known]
        if unknown:
            raise argparse.ArgumentTypeError(f"{unknown} unknown; there are: {','.join(known)}")
        return [name for name in known if name in names]

    return parse


def parser():
    p = argparse.ArgumentParser(
        prog="run.sh",
        description="Compares gradcam with its peers in Python, process by process, in turn.",
        epilog="--venv FOLDER, before all others, is where the peers are installed.",
    )
    p.add_argument("--rounds", type=int, default=5, help="of all questions (default: 5)")
    p.add_argument(
        "--slow-rounds", type=int, default=2, help="at most, of folder and threads (default: 2)"
    )
    p.add_argument("--networks", type=chosen(NETWORKS), default=NETWORKS, help=",".join(NETWORKS))
    p.add_argument(
        "--slow-networks",
        type=chosen(NETWORKS),
        default=["resnet50"],
        help="of folder and threads (default: resnet50)",
    )
    p.add_argument(
        "--questions", type=chosen(QUESTIONS), default=QUESTIONS, help=",".join(QUESTIONS)
    )
    p.add_argument("--who", type=chosen(WHO), default=WHO, help=",".join(WHO))
    p.add_argument(
        "--batches",
        type=lambda text: [int(n) for n in text.split(",")],
        default=[1, 8],
        help="batch sizes of the cost (default: 1,8; of vgg16 1 alone unless given)",
    )
    p.add_argument("--threads", type=int, default=os.cpu_count(), help="default: all cores")
    p.add_argument("--seconds", type=float, default=2, help="measured in a process (default: 2)")
    p.add_argument("--photos", type=Path, help="a folder of photos (default: Imagenette, fetched)")
    p.add_argument("--count", type=int, default=500, help="photos in the folder (default: 500)")
    p.add_argument("--out", type=Path, default=MODULE / "target" / "peers.json")
    p.add_argument(
        "--add", action="store_true", help="add to what --out has, instead of beginning anew"
    )
    p.add_argument("--work", type=Path, default=MODULE / "target" / "peers")
    p.add_argument("--network-files", type=Path, default=MODULE / "target" / "networks")
    p.add_argument(
        "--classpath",
        default=os.pathsep.join(
            [str(MODULE / "target" / "benchmarks.jar"), str(MODULE / "target" / "lib" / "*")]
        ),
        help="the Java half (default: target/benchmarks.jar and target/lib)",
    )
    p.add_argument(
        "--gradcam",
        type=Path,
        default=MODULE.parent / "gradcam-cli" / "target" / "gradcam" / "bin" / "gradcam",
        help="the program (default: as mvn package leaves it)",
    )
    return p


def parsed(argv):
    p = parser()
    args = p.parse_args(argv)
    args.vgg16_batches = args.batches if args.batches != [1, 8] else [1]
    if args.rounds < 1 or args.threads < 1 or args.count < 1:
        p.error("rounds, threads and count are at least 1")
    return args
