"""What the three peers on PyTorch have in common: the network and its plain forward pass."""

import torch

from peer import networks


class TorchSide:
    def __init__(self, name, weights, threads):
        torch.set_num_threads(threads)
        self.model = networks.network(name, weights)
        self.layer = networks.layer(name, self.model)
        self.layer_name = networks.LAYERS[name]

    def batch(self, photos):
        return torch.from_numpy(photos)

    def forward(self, batch):
        with torch.no_grad():
            return self.model(batch)

    def classes(self, batch):
        return self.forward(batch).argmax(1).tolist()

    def comparable(self, cam, batch, classes):
        """The map that can be compared with another library's."""
        return self.maps(cam, batch, classes)

    def best(self, batch, count):
        return self.forward(batch)[0].topk(count).indices.tolist()
