"""Makes what the tests of overlays and contour lines compare with, by other programs.

    pip install numpy scipy pillow matplotlib scikit-image
    python tools/pictures/make_picture_fixtures.py

Beside the other fixtures of gradcam-api's pictures, whose `photo.png` it reads:

| file | what |
|---|---|
| `overlay-heat.f32` | a map [5, 6], 0 to 1 |
| `overlay-whole.png` | that map over the whole photo: SciPy's linear interpolation, matplotlib's plasma, NumPy's blending |
| `overlay-crop.png` | the same map where the input covered x −7.25 to 52.75, y 11.5 to 51.5 |
| `contour-map.f32` | a map [24, 20] with two hills, 0 at its border |
| `contours.txt` | every point of scikit-image's `find_contours`: level, line, x, y in pixels whose first centre is (0.5, 0.5) |

Floats are little-endian float32 in C order.
"""

from pathlib import Path

import matplotlib
import numpy as np
from PIL import Image
from scipy.ndimage import map_coordinates
from skimage.measure import find_contours

IMAGE = Path(__file__).parents[2] / "gradcam-api/src/test/resources/io/github/gradcam/image"


def overlaid(photo, heat, x, y, width, height):
    rows, columns = photo.shape[:2]
    across = (np.arange(columns) + 0.5 - x) / width
    down = (np.arange(rows) + 0.5 - y) / height
    places = np.meshgrid(down * heat.shape[0] - 0.5, across * heat.shape[1] - 0.5, indexing="ij")
    values = map_coordinates(heat.astype("f8"), places, order=1, mode="nearest")[..., None]
    alpha = 0.75 * values * (2 - values)
    colours = matplotlib.colormaps["plasma"](np.rint(255 * values[..., 0]).astype(int))[..., :3]
    mixed = photo * (1 - alpha) + 255 * colours * alpha
    inside = np.outer((down >= 0) & (down < 1), (across >= 0) & (across < 1))[..., None]
    return Image.fromarray(np.rint(np.where(inside, mixed, photo)).astype("u1"))


def overlays():
    photo = np.array(Image.open(IMAGE / "photo.png").convert("RGB")).astype("f8")
    heat = np.random.default_rng(6).random((5, 6)).astype("<f4")
    heat.tofile(IMAGE / "overlay-heat.f32")
    rows, columns = photo.shape[:2]
    overlaid(photo, heat, 0, 0, columns, rows).save(IMAGE / "overlay-whole.png")
    overlaid(photo, heat, -7.25, 11.5, 60, 40).save(IMAGE / "overlay-crop.png")


def contours():
    y, x = np.mgrid[0:24, 0:20]
    hills = np.exp(-((x - 6) ** 2 + (y - 8) ** 2) / 14) + 0.8 * np.exp(
        -((x - 13) ** 2 + (y - 15) ** 2) / 9
    )
    hills[[0, -1]] = hills[:, [0, -1]] = 0
    heat = (hills / hills.max()).astype("<f4")
    heat.tofile(IMAGE / "contour-map.f32")
    with (IMAGE / "contours.txt").open("w") as out:
        for level in (0.25, 0.5, 0.75):
            for line, points in enumerate(find_contours(heat.astype("f8"), level)):
                for row, column in points:
                    out.write(f"{level} {line} {column + 0.5:.6f} {row + 0.5:.6f}\n")


overlays()
contours()
