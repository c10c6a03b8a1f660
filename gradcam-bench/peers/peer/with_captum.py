"""captum's LayerGradCam. It must be told the class, and is: finding it would cost a pass more."""

import warnings

import numpy as np
from captum.attr import LayerGradCam

from peer.torch_side import TorchSide

warnings.filterwarnings("ignore", message=".*required_grads.*|.*requires_grad.*")


class Peer(TorchSide):
    LEVEL = "raw map before ReLU, relative to its largest value"

    def explainer(self):
        return LayerGradCam(self.model, self.layer)

    def maps(self, cam, batch, classes):
        return cam.attribute(batch, target=classes).detach().numpy()[:, 0]

    def several(self, cam, batch, classes):
        return [cam.attribute(batch, target=c).detach().numpy() for c in classes]

    @staticmethod
    def difference(maps, raw, normalized):
        return float((np.abs(maps - raw).max((1, 2)) / np.abs(raw).max((1, 2))).max())
