"""Writes what gradcam-cli knows of the transformers library's image processors, and the values that
its tests compare with.

    pip install -r requirements.txt && python tools/huggingface/make_processors.py

`processors.json`: for each class that prepares photos for a classifier, the keys it listens to and
what they are when a file is silent; which class belongs to a model type; the classes that gradcam
refuses because they do more than one fixed resize and crop.
`cases.json` and `tensors.f32.gz`: configurations, and what the real classes make of `photo.png`
with them, one behind the other as little-endian float32. Where an input is large, only every n-th pixel of every n-th row is kept.
"""

import gzip
import inspect
import json
import tempfile
from pathlib import Path

import numpy as np
import transformers
from PIL import Image
from transformers.models.auto.image_processing_auto import IMAGE_PROCESSOR_MAPPING_NAMES
from transformers.models.auto.modeling_auto import (
    MODEL_FOR_IMAGE_CLASSIFICATION_MAPPING_NAMES,
    MODEL_FOR_ZERO_SHOT_IMAGE_CLASSIFICATION_MAPPING_NAMES,
)

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "gradcam-cli/src/main/resources/io/github/gradcam/cli/setup/processors.json"
TESTS = ROOT / "gradcam-cli/src/test/resources/io/github/gradcam/cli/setup/huggingface"
PHOTO = ROOT / "examples/quickstart/src/main/resources/io/github/gradcam/examples/quickstart/dog.jpg"

REFUSED = {
    "PerceiverImageProcessor",  # crops before it resizes
    "TextNetImageProcessor",  # the input's size depends on the photo
    "Siglip2ImageProcessor",  # patches instead of a picture
    "ImageGPTImageProcessor",  # colours become numbers of clusters
    "DonutImageProcessor",  # thumbnails and pads
    "Gemma3ImageProcessor",  # may cut a photo into several
}
SILENT = {
    "return_tensors", "data_format", "input_data_format", "device", "disable_grouping",
    "do_reduce_labels", "default_to_square", "do_convert_rgb", "pad_size", "do_pad",
}


PADDED = {"MobileViT"}  # What it saves crops more than it resizes to, so that borders are black.


def plain(value):
    return list(value) if isinstance(value, tuple) else int(value) if hasattr(value, "name") else value


def described(cls):
    processor = cls()
    if cls.__name__.endswith("Fast"):
        keys = cls.valid_kwargs.__annotations__
    else:
        keys = [k for k, p in inspect.signature(cls.__init__).parameters.items()
                if k != "self" and p.kind is not p.VAR_KEYWORD]
    defaults = {key: plain(getattr(processor, key)) for key in keys if key not in SILENT}
    if "crop_size" in keys:
        assert cls(crop_size=33).crop_size in (33, {"height": 33, "width": 33})
    size = cls(size=33).size  # Some keep the number, and make a square of it when they run.
    return {"square": size == 33 or "height" in size, "defaults": dict(sorted(defaults.items()))}


def table():
    kinds = {*MODEL_FOR_IMAGE_CLASSIFICATION_MAPPING_NAMES,
             *MODEL_FOR_ZERO_SHOT_IMAGE_CLASSIFICATION_MAPPING_NAMES} - {"timm_wrapper"}
    pairs = {kind: [name for name in IMAGE_PROCESSOR_MAPPING_NAMES.get(kind) or () if name]
             for kind in sorted(kinds)}
    wanted = sorted({name for names in pairs.values() for name in names
                     if name.removesuffix("Fast") not in REFUSED})
    every = {name for names in IMAGE_PROCESSOR_MAPPING_NAMES.values() for name in names or () if name}
    return {
        "library": f"transformers {transformers.__version__}",
        "classes": {name: described(getattr(transformers, name)) for name in wanted},
        "models": {kind: names[0] for kind, names in pairs.items() if names and names[0] in wanted},
        "refused": sorted(every - set(wanted) - {"TimmWrapperImageProcessor"}),
    }


def options(name, row):
    """A few configurations of a class, small enough that whole inputs can be kept."""
    family = name.removesuffix("Fast").removesuffix("ImageProcessor")
    keys = row["defaults"]
    small = {"height": 20, "width": 24}
    if family in ("ConvNext", "PoolFormer", "Levit") or keys.get("do_center_crop") and not row["square"]:
        small = {"shortest_edge": 31}
    typed = {"image_processor_type": name, "size": small}
    if keys.get("do_center_crop"):
        typed["crop_size"] = {"height": 18, "width": 20}
    yield "small", typed
    yield "raw levels", typed | {"do_rescale": False, "do_normalize": False, "resample": 2}
    yield "other numbers", typed | {"rescale_factor": 0.0078125, "image_mean": [0.1, 0.2, 0.3],
                                    "image_std": [0.4, 0.5, 0.25], "resample": 0}
    yield "not standardised", typed | {"do_normalize": False, "resample": 2}
    old = {"feature_extractor_type": family + "FeatureExtractor", "size": 29, "resample": 2}
    if "crop_size" in keys:
        old["crop_size"] = 24
    if not name.endswith("Fast"):
        yield "old style", old
    if family == "ConvNext":
        yield "warped", {"image_processor_type": name, "size": {"shortest_edge": 384}}
        yield "crop_pct", typed | {"crop_pct": 0.95}
    if family == "PoolFormer":
        yield "no crop_pct", typed | {"crop_pct": None if not name.endswith("Fast") else 1.0}
    if family == "EfficientNet":
        offset = typed | {"rescale_offset": True, "rescale_factor": 1 / 127.5, "resample": 2}
        yield "offset", offset
        yield "offset, top", offset | {"include_top": True, "image_std": [0.5, 0.6, 0.7]}
        yield "offset, no top", offset | {"include_top": False}
    if family == "MobileViT":
        yield "unflipped", typed | {"do_flip_channel_order": False}
    if family in ("Beit", "DeiT", "EfficientFormer", "EfficientNet"):
        yield "stretched and cropped", typed | {"do_center_crop": True, "resample": 2,
                                                "size": {"height": 31, "width": 28},
                                                "crop_size": {"height": 20, "width": 21}}
    if family in ("CLIP", "Bit"):
        yield "lanczos", typed | {"resample": 1} if not name.endswith("Fast") else typed


def timm_options():
    base = {"input_size": [3, 24, 24], "mean": [0.485, 0.456, 0.406], "std": [0.229, 0.224, 0.225],
            "interpolation": "bilinear", "crop_pct": 0.875, "crop_mode": "center"}
    yield "timm centre", base
    yield "timm silent", {"input_size": [3, 24, 24]}
    yield "timm bicubic", base | {"interpolation": "bicubic", "crop_pct": 0.95, "mean": [0.5] * 3}
    yield "timm squash", base | {"crop_mode": "squash", "crop_pct": 0.9, "input_size": [3, 20, 26]}
    yield "timm whole", base | {"crop_pct": 1.0}


def stride(shape):
    return max(1, max(shape) // 9)


def main():
    rows = table()
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TESTS.mkdir(parents=True, exist_ok=True)
    lines = [f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in rows["classes"].items()]
    rest = {key: value for key, value in rows.items() if key != "classes"}
    TABLE.write_text(
        json.dumps(rest, indent=1)[:-2] + ',\n "classes": {\n' + ",\n".join(lines) + "\n }\n}\n",
        newline="\n")
    Image.open(PHOTO).convert("RGB").crop((100, 60, 682, 498)).resize(
        (97, 73), Image.Resampling.LANCZOS).save(TESTS / "photo.png", optimize=True)
    photo = Image.open(TESTS / "photo.png")
    cases, tensors = [], []

    def keep(name, config, values):
        values = np.asarray(values, np.float32)[0]
        step = stride(values.shape[1:])
        cases.append({"name": name, "shape": list(values.shape), "stride": step, "config": config})
        tensors.append(values[:, ::step, ::step])

    for name, row in rows["classes"].items():
        cls = getattr(transformers, name)
        with tempfile.TemporaryDirectory() as folder:
            cls().save_pretrained(folder)
            saved = json.loads((Path(folder) / "preprocessor_config.json").read_text())
        family = name.removesuffix("Fast").removesuffix("ImageProcessor")
        defaults = [] if family in PADDED else [("as saved", saved)]
        for title, config in [*defaults, *options(name, row)]:
            with tempfile.TemporaryDirectory() as folder:
                (Path(folder) / "preprocessor_config.json").write_text(json.dumps(config))
                kind = "pt" if name.endswith("Fast") else "np"
                try:
                    made = cls.from_pretrained(folder)(photo, return_tensors=kind)
                except (KeyError, RuntimeError, TypeError, ValueError) as e:
                    print("left out:", name, title, "-", e)
                    continue
            keep(f"{name} {title}", config, made["pixel_values"])
    for title, config in timm_options():
        made = transformers.TimmWrapperImageProcessor(pretrained_cfg=config)(photo)
        keep(title, {"architecture": "resnet50", "num_classes": 5, "pretrained_cfg": config},
             made["pixel_values"])
    (TESTS / "cases.json").write_text(
        "[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n", newline="\n")
    flat = np.concatenate([values.ravel() for values in tensors])
    (TESTS / "tensors.f32.gz").write_bytes(gzip.compress(flat.astype("<f4").tobytes(), 9, mtime=0))
    print(len(cases), "cases of", len(rows["classes"]), "classes")


main()
