"""Numbers of a trained network's kind for one that nobody has trained.

Few levels only: the files of a network then can be packed to a tenth."""

import zlib

import numpy as np


def leaves(model):
    """The layers that hold no other, in order."""
    for layer in model.layers:
        yield from leaves(layer) if getattr(layer, "layers", None) else [layer]


def settle(model, inputs):
    """Weights that keep activations near 1, and batch norms that are no identity: their statistics
    are nearly those of the inputs."""
    norms = [layer for layer in leaves(model) if type(layer).__name__ == "BatchNormalization"]
    for layer in leaves(model):
        if type(layer).__name__ != "Normalization":
            for weight in layer.weights:
                value = drawn(layer, weight)
                if value is not None:
                    weight.assign(value)
    momenta = [norm.momentum for norm in norms]
    for norm in norms:
        norm.momentum = 0.0
    if norms:
        model(inputs, training=True)
    for norm, momentum in zip(norms, momenta):
        norm.momentum = momentum
        mean, variance = np.array(norm.moving_mean), np.array(norm.moving_variance)
        rng = generator(norm.name)
        # Constant channels have no variance, and would be divided by next to nothing.
        variance = np.maximum(variance, 0.05 * variance.mean() + 1e-3)
        mean = mean + 0.2 * np.sqrt(variance) * rng.standard_normal(mean.shape)
        norm.moving_mean.assign(mean.astype(np.float32))
        norm.moving_variance.assign((variance * rng.uniform(0.7, 1.4, mean.shape)).astype(np.float32))


def generator(name):
    return np.random.Generator(np.random.PCG64(zlib.crc32(name.encode())))


def normal(name, shape):
    return generator(name).standard_normal(shape).astype(np.float32)


def levels(rng, shape):
    """Seven whole numbers, half as far apart as their standard deviation."""
    return rng.integers(-3, 4, shape).astype(np.float32) / 2


def drawn(layer, weight):
    """A value for a weight, None where it has none to draw."""
    shape, kind = tuple(weight.shape), weight.name.split("/")[-1].split(":")[0]
    rng = generator(getattr(weight, "path", weight.name).split(":")[0])
    if kind in ("moving_mean", "moving_variance", "seed_generator_state"):
        return None
    if kind.endswith("kernel"):
        each = kind == "depthwise_kernel" or type(layer).__name__ == "DepthwiseConv2D"
        transposed = "Transpose" in type(layer).__name__
        inputs = np.prod(shape[:2]) if each else np.prod(shape) / shape[-2 if transposed else -1]
        return levels(rng, shape) * np.float32(np.sqrt((1 if each else 2) / inputs))
    if kind == "gamma" or type(layer).__name__ == "LayerScale":
        return 1 + np.float32(0.2) * levels(rng, shape)
    if kind == "alpha":
        return 0.25 + np.float32(0.1) * levels(rng, shape)
    if kind in ("beta", "bias"):
        return np.float32(0.1) * levels(rng, shape)
    return None
