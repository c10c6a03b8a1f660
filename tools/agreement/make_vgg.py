#!/usr/bin/env python3
"""Writes one VGG16 for three engines: TorchScript, SavedModel and Keras 2's HDF5.

usage: make_vgg.py small DIRECTORY               random weights, an eighth of the channels or less
       make_vgg.py full WEIGHTS.h5 DIRECTORY     the 13 convolutions of Keras Applications' file
                                                 vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5

Behind the convolutions stand a global average and ten scores, whose weights are drawn with a seed in
both. Layers are called as Keras calls them; in PyTorch `block5_conv3` holds a convolution and its
ReLU, as the layer of that name does in Keras. Two runs write the same numbers.
"""

import os
import sys
from pathlib import Path

if os.environ.get("PYTHONHASHSEED") != "0":
    # torch.jit.script writes a module's constants in the order of a set.
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})
os.environ["TF_USE_LEGACY_KERAS"] = "1"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import h5py
import numpy as np
import tensorflow as tf
import tf_keras as keras
import torch
from torch import nn

CLASSES = 10
FULL = [(64, 2), (128, 2), (256, 3), (512, 3), (512, 3)]
SMALL = [(4, 2), (6, 2), (8, 3), (12, 3), (16, 3)]


def names(blocks):
    for block, (width, convolutions) in enumerate(blocks, 1):
        for convolution in range(1, convolutions + 1):
            yield f"block{block}_conv{convolution}", width


def drawn(blocks):
    """Kernels as Keras has them, (rows, columns, in, out), and biases."""
    rng = np.random.Generator(np.random.PCG64(16))
    weights, below = {}, 3
    for name, width in names(blocks):
        kernel = rng.standard_normal((3, 3, below, width)) * np.sqrt(2.0 / (9 * below))
        weights[name] = (kernel.astype(np.float32), rng.standard_normal(width).astype(np.float32) * 0.1)
        below = width
    return weights


def trained(file):
    with h5py.File(file) as stored:
        return {
            name: (stored[name][f"{name}_W_1:0"][()], stored[name][f"{name}_b_1:0"][()])
            for name, _ in names(FULL)
        }


def head(width):
    rng = np.random.Generator(np.random.PCG64(5))
    kernel = rng.standard_normal((width, CLASSES)) * np.sqrt(1.0 / width)
    return kernel.astype(np.float32), np.zeros(CLASSES, np.float32)


def in_keras(blocks, weights):
    layers = keras.layers
    x = image = keras.Input((None, None, 3), name="image")
    for block, (width, convolutions) in enumerate(blocks, 1):
        for convolution in range(1, convolutions + 1):
            name = f"block{block}_conv{convolution}"
            x = layers.Conv2D(width, 3, padding="same", activation="relu", name=name)(x)
        x = layers.MaxPooling2D(2, name=f"block{block}_pool")(x)
    x = layers.GlobalAveragePooling2D(name="pool")(x)
    x = layers.Dense(CLASSES, name="scores")(x)
    model = keras.Model(image, x, name="vgg16")
    for name, values in weights.items():
        model.get_layer(name).set_weights(values)
    return model


def in_torch(blocks, weights):
    modules, below = {}, 3
    for block, (width, convolutions) in enumerate(blocks, 1):
        for convolution in range(1, convolutions + 1):
            name = f"block{block}_conv{convolution}"
            modules[name] = nn.Sequential(nn.Conv2d(below, width, 3, padding=1), nn.ReLU())
            below = width
        modules[f"block{block}_pool"] = nn.MaxPool2d(2)
    modules |= {"pool": nn.AdaptiveAvgPool2d(1), "flatten": nn.Flatten()}
    modules["scores"] = nn.Linear(below, CLASSES)
    model = nn.Sequential()
    for name, module in modules.items():
        model.add_module(name, module)
    with torch.no_grad():
        for name, (kernel, bias) in weights.items():
            layer = modules[name]
            dense = isinstance(layer, nn.Linear)
            holder = layer if dense else layer[0]
            order = (1, 0) if dense else (3, 2, 0, 1)
            holder.weight.copy_(torch.from_numpy(np.ascontiguousarray(kernel.transpose(order))))
            holder.bias.copy_(torch.from_numpy(bias))
    return model.eval()


def main():
    size, place = sys.argv[1], Path(sys.argv[-1])
    blocks = SMALL if size == "small" else FULL
    weights = drawn(blocks) if size == "small" else trained(sys.argv[2])
    weights["scores"] = head(blocks[-1][0])
    place.mkdir(parents=True, exist_ok=True)
    name = "small-vgg16" if size == "small" else "vgg16"

    network = in_torch(blocks, weights)
    torch.jit.script(network).save(str(place / f"{name}.pt"))
    model = in_keras(blocks, weights)
    model.save(place / f"{name}.h5", include_optimizer=False)
    model.export(place / f"{name}-savedmodel")

    photo = np.random.Generator(np.random.PCG64(1)).standard_normal((1, 64, 64, 3)).astype(np.float32)
    keras_scores = model(photo).numpy()
    torch_scores = network(torch.from_numpy(photo.transpose(0, 3, 1, 2).copy())).detach().numpy()
    worst = np.abs(keras_scores - torch_scores).max() / np.abs(torch_scores).max()
    print(f"{name}: Keras and PyTorch differ by {worst:.1e} of the largest score")


if __name__ == "__main__":
    main()
