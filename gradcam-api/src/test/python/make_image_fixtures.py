"""Makes what the picture tests compare with, by the programs they must equal.

    pip install torch torchvision pillow numpy matplotlib opencv-python-headless
    python gradcam-api/src/test/python/make_image_fixtures.py PHOTO

PHOTO is any large photo; the committed files come from `dog.jpg` (Hans Kemperman, public domain,
Wikimedia Commons, "German-shepherd-4040871920._(2).jpg"). Files ending in .f32 are little-endian
float32 in C order; torch interpolates in float64 first, so that only our own rounding is seen.
"""

import hashlib
import sys
from pathlib import Path

import cv2
import matplotlib
import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image, ImageOps
from torchvision import transforms

ROOT = Path(__file__).parents[1] / "resources/io/github/gradcam"
IMAGE = ROOT / "image"
FILE = ROOT / "file"
IMAGENET = transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])


def floats(name, values):
    (IMAGE / name).write_bytes(np.asarray(values, "<f4").tobytes())


def planes(photo):
    return torch.from_numpy(np.array(photo)).permute(2, 0, 1)[None].double()


def resizing(photo):
    for size in ((40, 30), (150, 101), (13, 90), (7, 7)):
        photo.resize(size, Image.BILINEAR).save(IMAGE / f"pillow-{size[0]}x{size[1]}.png")
    for size in ((41, 30), (150, 101)):
        photo.resize(size, Image.NEAREST).save(IMAGE / f"nearest-{size[0]}x{size[1]}.png")
        cv2_resized = cv2.resize(np.array(photo), size, interpolation=cv2.INTER_LINEAR)
        Image.fromarray(cv2_resized).save(IMAGE / f"opencv-{size[0]}x{size[1]}.png")
    plain = F.interpolate(planes(photo), size=(30, 41), mode="bilinear", align_corners=False)
    floats("plain-41x30.f32", plain)


def torchvision_presets(photo):
    def prepared(shorter, crop):
        steps = [transforms.Resize(shorter), transforms.CenterCrop(crop), transforms.ToTensor()]
        return transforms.Compose([*steps, IMAGENET])(photo)

    floats("torchvision-24x32.f32", prepared(37, (32, 24)))
    digest = hashlib.sha256(prepared(256, 224).numpy().astype("<f4").tobytes()).hexdigest()
    (IMAGE / "torchvision-224.sha256").write_text(digest + "\n")
    grey = photo.convert("L").resize((20, 16), Image.BILINEAR)
    floats("grey-20x16.f32", transforms.ToTensor()(grey))


def maps():
    rng = np.random.default_rng(4)
    for name, shape, size, mode in (
        ("linear", (7,), (20,), "linear"),
        ("bilinear", (7, 5), (31, 16), "bilinear"),
        ("bilinear-down", (14, 14), (5, 9), "bilinear"),
        ("trilinear", (3, 4, 5), (7, 3, 11), "trilinear"),
    ):
        small = rng.normal(size=shape).astype("f4")
        large = F.interpolate(torch.from_numpy(small).double()[None, None], size=size, mode=mode)
        floats(f"{name}-in.f32", small)
        floats(f"{name}-out.f32", large)


def colours():
    heats = [-0.5, 0.0, 0.001, 0.1, 0.25, 1 / 3, 0.5, 0.6180339, 0.75, 0.996, 0.999999, 1.0, 1.5]
    with (IMAGE / "colours.txt").open("w") as out:
        for name in (
            "viridis", "magma", "inferno", "plasma", "cividis", "turbo", "jet", "gray",
        ):
            for heat in heats:
                red, green, blue, _ = matplotlib.colormaps[name](np.clip(heat, 0, 1), bytes=True)
                out.write(f"{name.replace('gray', 'grey')} {heat} {red:02x}{green:02x}{blue:02x}\n")


def kinds(photo):
    """Files of every kind, each beside the opaque sRGB that Pillow makes of it, on white."""
    small = photo.resize((24, 18), Image.BILINEAR)
    alpha = Image.fromarray(np.linspace(0, 255, 24 * 18).astype("u1").reshape(18, 24))
    white = Image.new("RGBA", small.size, "white")
    with_alpha = small.copy()
    with_alpha.putalpha(alpha)
    grey_alpha = small.convert("L")
    grey_alpha.putalpha(alpha)
    sixteen = np.array(small.convert("L")).astype("u2") * 257
    blacker = np.array(small.convert("CMYK"))
    blacker[:, :, 3] = np.linspace(0, 200, 24)
    files = {
        "grey.png": (small.convert("L"), small.convert("L")),
        "grey16.png": (Image.fromarray(sixteen), small.convert("L")),
        "grey-alpha.png": (grey_alpha, Image.alpha_composite(white, grey_alpha.convert("RGBA"))),
        "alpha.png": (with_alpha, Image.alpha_composite(white, with_alpha)),
        "palette.png": (small.quantize(16), small.quantize(16)),
        "palette.gif": (small.quantize(16), small.quantize(16)),
        "colour.tif": (small, small),
        "colour.bmp": (small, small),
    }
    for name, (stored, seen) in files.items():
        stored.save(IMAGE / name)
        seen.convert("RGB").save(IMAGE / f"seen-{name}.png")
    for name, stored in {
        "colour.jpg": small,
        "grey.jpg": small.convert("L"),
        "progressive.jpg": small,
        "cmyk.jpg": Image.fromarray(blacker, "CMYK"),
    }.items():
        stored.save(IMAGE / name, quality=95, progressive=name.startswith("progressive"))
        Image.open(IMAGE / name).convert("RGB").save(IMAGE / f"seen-{name}.png")
    small.save(IMAGE / "colour.webp")


def orientations(photo):
    """Eight stored ways of one upright picture: each undone by what its tag asks for."""
    upright = photo.resize((32, 16), Image.BILINEAR)
    upright.save(IMAGE / "upright.png")
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    for orientation in range(1, 9):
        stored = upright.transpose(undo[orientation]) if orientation in undo else upright
        exif = Image.Exif()
        exif[0x0112] = orientation
        path = IMAGE / f"orientation-{orientation}.jpg"
        stored.save(path, quality=100, subsampling=0, exif=exif)
        seen = np.array(ImageOps.exif_transpose(Image.open(path))).astype(int)
        assert seen.shape == (16, 32, 3) and abs(seen - np.array(upright)).max() < 12


def arrays():
    for name, shape in (("scalar", ()), ("vector", (5,)), ("matrix", (2, 3)), ("batch", (1, 2, 1, 3))):
        values = np.arange(np.prod(shape), dtype="f4").reshape(shape) / 3
        np.save(FILE / f"{name}.npy", values)


def main():
    whole = Image.open(sys.argv[1]).convert("RGB")
    photo = whole.resize((256, 192), Image.BILINEAR).crop((120, 5, 217, 69))
    IMAGE.mkdir(parents=True, exist_ok=True)
    FILE.mkdir(parents=True, exist_ok=True)
    photo.save(IMAGE / "photo.png")
    resizing(photo)
    torchvision_presets(photo)
    maps()
    colours()
    kinds(photo)
    orientations(photo)
    arrays()


main()
