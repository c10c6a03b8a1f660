"""Random crops of whole batches, and the teacher's answer for exactly those crops."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor


def boxes(count: int, smallest: float) -> Tensor:
    """Random boxes (x0, y0, x1, y1) in 0..1: area from `smallest` to 1, aspect 3:4 to 4:3."""
    area = torch.empty(count).uniform_(smallest, 1.0)
    aspect = torch.empty(count).uniform_(math.log(3 / 4), math.log(4 / 3)).exp()
    width = (area * aspect).sqrt().clamp(max=1.0)
    height = (area / aspect).sqrt().clamp(max=1.0)
    x0 = torch.rand(count) * (1 - width)
    y0 = torch.rand(count) * (1 - height)
    return torch.stack((x0, y0, x0 + width, y0 + height), dim=1)


def cut(photos: Tensor, box: Tensor, flip: Tensor, size: int) -> Tensor:
    """The boxes of the photos, resampled to size x size, mirrored where `flip` says so."""
    x0, y0, x1, y1 = box.unbind(1)
    theta = torch.zeros(len(box), 2, 3)
    theta[:, 0, 0] = (x1 - x0) * (1 - 2 * flip.float())
    theta[:, 1, 1] = y1 - y0
    theta[:, 0, 2] = x0 + x1 - 1
    theta[:, 1, 2] = y0 + y1 - 1
    grid = F.affine_grid(theta, [len(box), 3, size, size], align_corners=False)
    return F.grid_sample(photos, grid, padding_mode="border", align_corners=False)


def _cover(low: Tensor, high: Tensor, cells: int) -> Tensor:
    """Share of each of the cells in the interval low..high; rows sum to 1."""
    edges = torch.arange(cells) / cells
    overlap = torch.minimum(high[:, None], edges + 1 / cells) - torch.maximum(low[:, None], edges)
    overlap = overlap.clamp(min=0)
    return overlap / overlap.sum(1, keepdim=True)


def answers(maps: Tensor, box: Tensor) -> Tensor:
    """Mean of each label map over its box: cells half inside count half."""
    x0, y0, x1, y1 = box.unbind(1)
    rows = _cover(y0, y1, maps.shape[2])
    columns = _cover(x0, x1, maps.shape[3])
    return torch.einsum("nchw,nh,nw->nc", maps.float(), rows, columns)


def jitter(photos: Tensor, strength: float) -> Tensor:
    """Brightness, contrast and saturation, each scaled by its own factor per photo."""
    def factor() -> Tensor:
        return torch.empty(len(photos), 1, 1, 1).uniform_(1 - strength, 1 + strength)

    photos = photos * factor()
    photos = torch.lerp(photos.mean((1, 2, 3), keepdim=True), photos, factor())
    photos = torch.lerp(photos.mean(1, keepdim=True), photos, factor())
    return photos.clamp_(0, 1)
