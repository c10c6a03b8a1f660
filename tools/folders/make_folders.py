"""Makes the two folders that the command line is measured on: SOURCE's first photos, spread over its
classes, as they are (224 x 224) and enlarged to 1,024 x 1,024.

Usage: make_folders.py SOURCE OUT [COUNT]; SOURCE is Imagenette's val folder (imagenette2, resized to
224 x 224). Its photos are ImageNet's, for research and education only; nothing of them is kept here.
"""

import shutil
import sys
from pathlib import Path

from PIL import Image

source, out = Path(sys.argv[1]), Path(sys.argv[2])
count = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
photos = sorted(source.glob("*/*.JPEG"))
photos = photos[:: len(photos) // count][:count]
for folder in ("224", "1024"):
    (out / folder).mkdir(parents=True, exist_ok=True)
for number, photo in enumerate(photos):
    shutil.copyfile(photo, out / "224" / f"{number:04}.jpg")
    enlarged = Image.open(photo).convert("RGB").resize((1024, 1024), Image.BICUBIC)
    enlarged.save(out / "1024" / f"{number:04}.jpg", quality=90)
