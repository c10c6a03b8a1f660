"""Resizes noise, which forgives nothing, as Pillow and OpenCV do.

    pip install pillow==12.0.0 numpy opencv-python-headless
    python tools/photos/make_resized.py

`resized/SOURCE.png` becomes `resized/SOURCE-HOW-WIDTHxHEIGHT.png`, stretched; and
`resized/SOURCE-HOW-SHORTER-WIDTHxHEIGHT.png`, resized to a shorter side and cut out of the middle
with torchvision's rounding.
"""

from pathlib import Path

import cv2
import numpy as np
from PIL import Image

OUT = Path(__file__).parent / "resized"
PILLOW = {
    "antialiased_bilinear": Image.Resampling.BILINEAR,
    "antialiased_bicubic": Image.Resampling.BICUBIC,
    "antialiased_lanczos": Image.Resampling.LANCZOS,
    "nearest": Image.Resampling.NEAREST,
}
CASES = {
    (37, 23): [(61, 50), (37, 40), (1, 29), (53, 1), (5, 3), (12, 23)],
    (1, 1): [(7, 5)],
    (200, 2): [(9, 11)],
    (3, 150): [(10, 4)],
}
CROPS = {(37, 23): [(17, 11, 16), (40, 33, 40)], (3, 150): [(8, 8, 5)]}


def main():
    OUT.mkdir(exist_ok=True)
    for old in OUT.iterdir():
        old.unlink()
    rng = np.random.default_rng(6)
    for (width, height), sizes in CASES.items():
        name = f"{width}x{height}"
        samples = rng.integers(0, 256, (height, width, 3), np.uint8)
        photo = Image.fromarray(samples)
        photo.save(OUT / f"{name}.png")
        for size in sizes:
            of_size = f"{size[0]}x{size[1]}"
            for how, resample in PILLOW.items():
                photo.resize(size, resample).save(OUT / f"{name}-{how}-{of_size}.png")
            plain = cv2.resize(samples, size, interpolation=cv2.INTER_LINEAR)
            Image.fromarray(plain).save(OUT / f"{name}-bilinear-{of_size}.png")
        for shorter, across, down in CROPS.get((width, height), []):
            if width <= height:
                whole = (shorter, int(shorter * height / width))
            else:
                whole = (int(shorter * width / height), shorter)
            left, top = round((whole[0] - across) / 2), round((whole[1] - down) / 2)
            for how, resample in PILLOW.items():
                part = photo.resize(whole, resample).crop((left, top, left + across, top + down))
                part.save(OUT / f"{name}-{how}-{shorter}-{across}x{down}.png")


main()
