"""pytorch-grad-cam, as in its README."""

import numpy as np
from pytorch_grad_cam import GradCAM
from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

from peer.torch_side import TorchSide


class Peer(TorchSide):
    LEVEL = "final map: ReLU, min-max, resized to the input"

    def explainer(self):
        return GradCAM(model=self.model, target_layers=[self.layer])

    def maps(self, cam, batch, classes):
        return cam(input_tensor=batch, targets=None)

    def several(self, cam, batch, classes):
        """Each class is a call of its own: there is no other way to ask."""
        return [cam(input_tensor=batch, targets=[ClassifierOutputTarget(c)]) for c in classes]

    @staticmethod
    def difference(maps, raw, normalized):
        return float(np.abs(maps - normalized).max())
