"""Answers one question in one process, as one line of JSON on standard output."""

import argparse
import importlib
import importlib.metadata
import json

import numpy as np

from peer import crowd, interleaved

MODULES = {
    "pytorch-grad-cam": "peer.with_pytorch_grad_cam",
    "torch-cam": "peer.with_torch_cam",
    "captum": "peer.with_captum",
    "tf-keras-vis": "peer.with_tf_keras_vis",
}


def read_inputs(file):
    return np.fromfile(file, "<f4").reshape(-1, 3, 224, 224)


def opened(args):
    return importlib.import_module(MODULES[args.who]).Peer(args.network, args.weights, args.threads)


def taken(photos, count):
    return np.ascontiguousarray(np.stack([photos[i % len(photos)] for i in range(count)]))


def inputs(args):
    from PIL import Image
    from torchvision import transforms

    prepare = transforms.Compose(
        [
            transforms.Resize(256),
            transforms.CenterCrop(224),
            transforms.ToTensor(),
            transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
        ]
    )
    photos = [prepare(Image.open(photo).convert("RGB")).numpy() for photo in args.photos]
    np.stack(photos).astype("<f4").tofile(args.out)
    return {"photos": len(photos)}


def agree(args):
    """Photo by photo: in a batch a matrix's sums are rounded in another turn, and a ReLU may flip."""
    peer = opened(args)
    raw, normalized = np.load(f"{args.maps}/raw.npy"), np.load(f"{args.maps}/normalized.npy")
    cam, classes, maps = peer.explainer(), [], []
    for photo in taken(read_inputs(args.inputs), args.take):
        batch = peer.batch(photo[None])
        (its,) = peer.classes(batch)
        classes.append(its)
        maps.append(np.asarray(peer.comparable(cam, batch, [its]))[0].copy())
    maps = np.stack(maps)
    return {
        "classes": classes,
        "largest": peer.difference(maps, raw, normalized),
        "level": peer.LEVEL,
        "blank": int((raw.max((1, 2)) <= 0).sum()),
    }


def agree_files(args):
    """Maps of two backends: raw, relative to the largest value."""
    ours, others = np.load(f"{args.maps}/raw.npy"), np.load(f"{args.others}/raw.npy")
    largest = np.abs(ours - others).max((1, 2)) / np.abs(ours).max((1, 2))
    return {"largest": float(largest.max()), "level": "raw map, relative to its largest value"}


def cost(args):
    peer = opened(args)
    batch = peer.batch(taken(read_inputs(args.inputs), args.batch))
    cam, classes = peer.explainer(), peer.classes(batch)
    work = {"forward": lambda: peer.forward(batch), "map": lambda: peer.maps(cam, batch, classes)}
    if args.batch == 1:
        best = peer.best(batch, 5)
        work["five"] = lambda: peer.several(cam, batch, best)
    return interleaved.medians(work, args.warm, args.seconds)


def threads(args):
    peer = opened(args)
    photos = read_inputs(args.inputs)
    batches = [peer.batch(taken(photos[i:], 1)) for i in range(len(photos))]
    classes = [peer.classes(batch) for batch in batches]
    alone = peer.explainer()
    expected = [peer.maps(alone, b, c)[0].copy() for b, c in zip(batches, classes)]
    answers = []
    for callers in args.callers:
        own = args.explainers == "own" and callers > 1
        cams = [peer.explainer() if own else alone for _ in range(callers)]
        maps = [lambda i, cam=cam: peer.maps(cam, batches[i], classes[i])[0] for cam in cams]
        answers.append(crowd.ask(callers, args.maps_each, maps, expected))
        # Printed at once, so that what was counted before a crash is not lost.
        print(json.dumps({"callers": answers}), flush=True)
    return None


def versions(args):
    names = ("torch", "torchvision", "grad-cam", "torchcam", "captum")
    names += ("tensorflow-cpu", "keras", "tf-keras-vis", "numpy", "opencv-python-headless")
    return {name: importlib.metadata.version(name) for name in names}


def main():
    parser = argparse.ArgumentParser(prog="peer")
    parser.add_argument("question")
    parser.add_argument("--who", choices=MODULES)
    parser.add_argument("--network")
    parser.add_argument("--weights")
    parser.add_argument("--inputs")
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--warm", type=float, default=1)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--callers", type=lambda s: [int(n) for n in s.split(",")], default=[1, 4])
    parser.add_argument("--explainers", choices=("own", "shared"), default="own")
    parser.add_argument("--maps-each", type=int, default=40)
    parser.add_argument("--take", type=int, default=4)
    parser.add_argument("--maps")
    parser.add_argument("--others")
    parser.add_argument("--out")
    parser.add_argument("--photos", nargs="*")
    args = parser.parse_args()
    questions = {
        "inputs": inputs,
        "agree": agree,
        "agree-files": agree_files,
        "cost": cost,
        "threads": threads,
        "versions": versions,
    }
    answer = questions[args.question](args)
    if answer is not None:
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
