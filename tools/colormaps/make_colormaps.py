"""Writes matplotlib's colour tables where gradcam-api reads them.

    pip install matplotlib && python tools/colormaps/make_colormaps.py

One line a map: its name, then 256 colours of six hexadecimal digits, cold to hot.
Viridis, magma, inferno and plasma are CC0 (Smith, van der Walt), cividis is free to use (Nuñez,
Anderton, Renslow, PLOS ONE 2018, by way of matplotlib), turbo is Apache-2.0 (Google, Mikhailov), jet is
matplotlib's own under its licence (BSD-like).
"""

from pathlib import Path

import matplotlib
import numpy as np

TABLES = (
    Path(__file__).parents[2]
    / "gradcam-api/src/main/resources/io/github/gradcam/image/colormaps.txt"
)

with TABLES.open("w", newline="\n") as out:
    for name in ("viridis", "magma", "inferno", "plasma", "cividis", "turbo", "jet"):
        colours = matplotlib.colormaps[name](np.arange(256), bytes=True)[:, :3]
        out.write(f"{name} {colours.tobytes().hex()}\n")
    out.write("grey " + "".join(f"{level:02x}" * 3 for level in range(256)) + "\n")
