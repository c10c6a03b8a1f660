"""torchvision's networks as Keras models, channels last, with the weights of the neutral file.

Padding is explicit, because TensorFlow's "same" pads unevenly where strides are 2.
"""

import keras
import numpy as np
from keras import layers
from safetensors.numpy import load_file

LAYERS = {"vgg16": "features.29", "resnet50": "layer4.2.out", "mobilenet_v2": "features.18.2"}


class Builder:
    """Appends layers that take their weights from a dictionary of torch's names."""

    def __init__(self, weights):
        self.weights = weights
        self.pending = []

    def network(self, inputs, outputs):
        model = keras.Model(inputs, outputs)
        for layer, values in self.pending:
            layer.set_weights(values)
        return model

    def named(self, layer, *values):
        self.pending.append((layer, [np.ascontiguousarray(v) for v in values]))
        return layer

    def padded(self, x, padding):
        return layers.ZeroPadding2D(padding)(x) if padding else x

    def convolution(self, x, name, stride=1, padding=0):
        kernel = self.weights[f"{name}.weight"]
        values = [kernel.transpose(2, 3, 1, 0)]
        bias = f"{name}.bias" in self.weights
        if bias:
            values.append(self.weights[f"{name}.bias"])
        layer = layers.Conv2D(
            kernel.shape[0], kernel.shape[2:], stride, use_bias=bias, name=name
        )
        return self.named(layer, *values)(self.padded(x, padding))

    def depthwise(self, x, name, stride, padding):
        kernel = self.weights[f"{name}.weight"]  # [C, 1, h, w]
        layer = layers.DepthwiseConv2D(kernel.shape[2:], stride, use_bias=False, name=name)
        return self.named(layer, kernel.transpose(2, 3, 0, 1))(self.padded(x, padding))

    def norm(self, x, name):
        layer = layers.BatchNormalization(epsilon=1e-5, name=name)
        parts = ("weight", "bias", "running_mean", "running_var")
        return self.named(layer, *(self.weights[f"{name}.{part}"] for part in parts))(x)

    def dense(self, x, name):
        kernel = self.weights[f"{name}.weight"]
        layer = layers.Dense(kernel.shape[0], name=name)
        return self.named(layer, kernel.T, self.weights[f"{name}.bias"])(x)


def vgg16(build, x):
    index = 0
    for width in (64, 64, "M", 128, 128, "M", *[256] * 3, "M", *[512] * 3, "M", *[512] * 3, "M"):
        if width == "M":
            x = layers.MaxPooling2D(2, 2, name=f"features.{index}")(x)
            index += 1
        else:
            x = build.convolution(x, f"features.{index}", padding=1)
            x = layers.ReLU(name=f"features.{index + 1}")(x)
            index += 2
    # torch flattens channels first. At 224 pixels the average pooling to 7 by 7 does nothing.
    x = layers.Flatten()(layers.Permute((3, 1, 2))(x))
    x = layers.ReLU()(build.dense(x, "classifier.0"))
    x = layers.ReLU()(build.dense(x, "classifier.3"))
    return build.dense(x, "classifier.6")


def bottleneck(build, x, name, stride):
    y = layers.ReLU()(build.norm(build.convolution(x, f"{name}.conv1"), f"{name}.bn1"))
    y = build.convolution(y, f"{name}.conv2", stride, 1)
    y = layers.ReLU()(build.norm(y, f"{name}.bn2"))
    y = build.norm(build.convolution(y, f"{name}.conv3"), f"{name}.bn3")
    if f"{name}.downsample.0.weight" in build.weights:
        x = build.convolution(x, f"{name}.downsample.0", stride)
        x = build.norm(x, f"{name}.downsample.1")
    return layers.ReLU(name=f"{name}.out")(layers.Add()([y, x]))


def resnet50(build, x):
    x = layers.ReLU()(build.norm(build.convolution(x, "conv1", 2, 3), "bn1"))
    # Nothing is below zero here, so that zeros pad like minus infinity.
    x = layers.MaxPooling2D(3, 2)(layers.ZeroPadding2D(1)(x))
    for stage, blocks in enumerate((3, 4, 6, 3), 1):
        for block in range(blocks):
            stride = 2 if stage > 1 and block == 0 else 1
            x = bottleneck(build, x, f"layer{stage}.{block}", stride)
    return build.dense(layers.GlobalAveragePooling2D()(x), "fc")


def relu6(x, name=None):
    return layers.ReLU(6, name=name)(x)


def inverted_residual(build, x, name, stride, expanded):
    y, index = x, 0
    if expanded:
        y = relu6(build.norm(build.convolution(y, f"{name}.0.0"), f"{name}.0.1"))
        index = 1
    y = build.depthwise(y, f"{name}.{index}.0", stride, 1)
    y = relu6(build.norm(y, f"{name}.{index}.1"))
    y = build.norm(build.convolution(y, f"{name}.{index + 1}"), f"{name}.{index + 2}")
    return layers.Add()([x, y]) if stride == 1 and x.shape[-1] == y.shape[-1] else y


def mobilenet_v2(build, x):
    x = relu6(build.norm(build.convolution(x, "features.0.0", 2, 1), "features.0.1"))
    index = 1
    blocks = ((1, 1, 1), (2, 2, 6), (3, 2, 6), (4, 2, 6), (3, 1, 6), (3, 2, 6), (1, 1, 6))
    for count, first_stride, expansion in blocks:
        for block in range(count):
            stride = first_stride if block == 0 else 1
            x = inverted_residual(build, x, f"features.{index}.conv", stride, expansion > 1)
            index += 1
    x = build.norm(build.convolution(x, "features.18.0"), "features.18.1")
    x = relu6(x, name="features.18.2")
    return build.dense(layers.GlobalAveragePooling2D()(x), "classifier.1")


def network(name, weights):
    inputs = keras.Input((224, 224, 3))
    build = Builder(load_file(weights))
    return build.network(inputs, globals()[name](build, inputs))
