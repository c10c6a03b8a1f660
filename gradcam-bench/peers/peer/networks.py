"""torchvision's networks with the weights of the neutral file."""

import torch
import torchvision
from safetensors.torch import load_file

LAYERS = {"vgg16": "features.29", "resnet50": "layer4", "mobilenet_v2": "features.18"}


def network(name, weights):
    """In evaluation mode; parameters require gradients, as those of a fresh network do."""
    with torch.device("meta"):
        model = getattr(torchvision.models, name)(weights=None)
    # Copied to memory of its own, as after torch.load, without drawing random weights first.
    model = model.to_empty(device="cpu")
    missing, unexpected = model.load_state_dict(load_file(weights), strict=False)
    missing = [key for key in missing if not key.endswith("num_batches_tracked")]
    if missing or unexpected:
        raise SystemExit(f"{weights} is not {name}: missing {missing}, unexpected {unexpected}")
    return model.eval()


def layer(name, model):
    return model.get_submodule(LAYERS[name])
