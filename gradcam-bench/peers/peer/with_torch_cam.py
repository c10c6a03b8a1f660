"""torch-cam, as in its README."""

import numpy as np
from torchcam.methods import GradCAM

from peer.torch_side import TorchSide


class Peer(TorchSide):
    LEVEL = "ReLU, min-max, at the layer's size"

    def explainer(self):
        return GradCAM(self.model, self.layer_name)

    def maps(self, cam, batch, classes):
        scores = self.model(batch)
        return cam(scores.argmax(1).tolist(), scores)[0].numpy()

    def several(self, cam, batch, classes):
        """One forward pass serves all: the graph is kept."""
        scores = self.model(batch)
        return [cam(c, scores, retain_graph=True)[0].numpy() for c in classes]

    @staticmethod
    def difference(maps, raw, normalized):
        positive = np.maximum(raw, 0)
        positive -= positive.min((1, 2), keepdims=True)
        return float(np.abs(maps - positive / (positive.max((1, 2), keepdims=True) + 1e-8)).max())
