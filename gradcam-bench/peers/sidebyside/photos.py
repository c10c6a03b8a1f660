"""A folder of real photos, over all classes."""

import hashlib
import shutil
import sys
import tarfile
import urllib.request
from pathlib import Path

from sidebyside.progress import say

URL = "https://s3.amazonaws.com/fast-ai-imageclas/imagenette2-320.tgz"
MD5 = "3df6f0d01a2c9592104656642f5e78a3"
ENDINGS = {".jpg", ".jpeg", ".png"}


class NoPhotos(Exception):
    pass


def imagenette(folder):
    """Fetched and unpacked, unless it was before."""
    unpacked = folder / "imagenette2-320"
    if (unpacked / "val").is_dir():
        return unpacked
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / "imagenette2-320.tgz"
    if not archive.exists():
        fetch(archive)
    say("Unpacking Imagenette")
    draft = folder / "unpacking"
    shutil.rmtree(draft, ignore_errors=True)
    with tarfile.open(archive) as tar:
        tar.extractall(draft, filter="data")
    (draft / "imagenette2-320").rename(unpacked)
    return unpacked


def fetch(archive):
    part = archive.with_suffix(".part")
    digest = hashlib.md5()
    try:
        with urllib.request.urlopen(URL, timeout=30) as response, part.open("wb") as file:
            total, done = int(response.headers["Content-Length"]), 0
            while block := response.read(1 << 20):
                file.write(block)
                digest.update(block)
                done += len(block)
                print(f"\rFetching {URL}: {100 * done // total} %", end="", file=sys.stderr)
        print(file=sys.stderr)
    except OSError as error:
        raise NoPhotos(
            f"{URL} could not be fetched: {error}. Name a folder of photos with --photos DIR."
        ) from error
    if digest.hexdigest() != MD5:
        raise NoPhotos(f"{URL} has the MD5 {digest.hexdigest()}, but {MD5} was published: not used.")
    part.rename(archive)


def spread(folder, count):
    """As many photos as wanted, in turn from each folder that holds some."""
    root = folder / "val" if (folder / "val").is_dir() else folder
    by_folder = {}
    for photo in sorted(root.rglob("*")):
        if photo.suffix.lower() in ENDINGS and photo.is_file():
            by_folder.setdefault(photo.parent, []).append(photo)
    chosen = []
    for rank in range(max(map(len, by_folder.values()), default=0)):
        for photos in by_folder.values():
            if rank < len(photos) and len(chosen) < count:
                chosen.append(photos[rank])
    if len(chosen) < count:
        raise NoPhotos(f"{root} holds {len(chosen)} photos, but {count} are wanted: --count fewer.")
    return chosen


def copied(photos, to: Path):
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir(parents=True)
    return [shutil.copy(photo, to / f"{photo.parent.name}-{photo.name}") for photo in photos]
