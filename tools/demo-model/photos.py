"""Imagenette photos on disk: their order, their labels, and how they become tensors."""

from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

MEAN = (0.485, 0.456, 0.406)
STD = (0.229, 0.224, 0.225)


def listing(data: Path, split: str) -> tuple[list[str], Tensor]:
    """Sorted paths relative to the data folder, and class indices in the order of the wnids."""
    folders = sorted(p for p in (data / split).iterdir() if p.is_dir())
    paths, labels = [], []
    for index, folder in enumerate(folders):
        for photo in sorted(folder.glob("*.JPEG")):
            paths.append(photo.relative_to(data).as_posix())
            labels.append(index)
    return paths, torch.tensor(labels)


def squashed(photo: Path, size: int) -> Tensor:
    """RGB bytes (3, size, size). The whole photo is kept: its aspect ratio is not."""
    with Image.open(photo) as image:
        rgb = image.convert("RGB").resize((size, size), Image.BILINEAR)
    return torch.from_numpy(np.array(rgb)).permute(2, 0, 1)


def load(data: Path, paths: list[str], size: int) -> Tensor:
    """All photos as one byte tensor; at training size the whole set fits in memory."""
    photos = torch.empty(len(paths), 3, size, size, dtype=torch.uint8)
    for i, path in enumerate(paths):
        photos[i] = squashed(data / path, size)
    return photos


def normalised(pixels: Tensor) -> Tensor:
    """Pixels 0..1 to the scale that ImageNet networks customarily take."""
    mean = pixels.new_tensor(MEAN).view(3, 1, 1)
    std = pixels.new_tensor(STD).view(3, 1, 1)
    return (pixels - mean) / std
