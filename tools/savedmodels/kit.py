"""The three networks of the conformance kit, in Keras and in plain TensorFlow.

FixtureNetwork in gradcam-tck describes them, tools/reference/networks.py is the same in PyTorch.
Layers are called as there, and `block.relu` is the layer `relu` of the nested model `block`.
Channels stand last, as TensorFlow has them.
"""

from pathlib import Path

import numpy as np
import tensorflow as tf

ROOT = Path(__file__).resolve().parent.parent.parent
VALUES = ROOT / "gradcam-tck/src/main/resources/io/github/gradcam/tck"

# Of one input, as Keras says it; None is any.
INPUTS = {
    "closed-form": (None, None, 2),
    "reference": (32, 32, 3),
    "residual": (None, None, 3),
}


class Weights:
    """What a network of the kit has learned, in TensorFlow's order of axes."""

    def __init__(self, name):
        arrays = np.load(VALUES / f"{name}.npz")
        self.arrays = {k[2:]: arrays[k] for k in arrays if k.startswith("w/")}

    def layers(self):
        return list(dict.fromkeys(k.rsplit(".", 1)[0] for k in self.arrays))

    def of(self, layer):
        """As a Keras layer of that kind has them."""
        order = ("weight", "bias", "running_mean", "running_var")
        found = [self.arrays[f"{layer}.{k}"] for k in order if f"{layer}.{k}" in self.arrays]
        if found[0].ndim == 4:
            found[0] = found[0].transpose(2, 3, 1, 0)
        if found[0].ndim == 2:
            found[0] = found[0].T
        return [np.ascontiguousarray(array) for array in found]


def keras_network(keras, name):
    """One of them, by `keras` or `tf_keras`."""
    layers = keras.layers
    conv = lambda out, layer, **more: layers.Conv2D(out, 3, padding="same", name=layer, **more)
    norm = lambda layer: layers.BatchNormalization(epsilon=1e-5, name=layer)
    x = given = keras.Input(INPUTS[name], name="image")
    if name == "closed-form":
        x = layers.ReLU(name="relu")(layers.Conv2D(2, 2, strides=2, name="conv")(x))
        x = layers.Flatten(name="flatten")(layers.GlobalAveragePooling2D(keepdims=True, name="pool")(x))
        x = layers.Dense(3, name="fc")(x)
    elif name == "reference":
        for at, (out, pooled) in enumerate([(8, 0), (16, 1), (32, 2), (32, 3)], 1):
            x = layers.ReLU(name=f"relu{at}")(conv(out, f"conv{at}")(x))
            if pooled:
                x = layers.MaxPooling2D(name=f"pool{pooled}")(x)
        x = layers.Flatten(name="flatten")(layers.Permute((3, 1, 2), name="permute")(x))
        x = layers.Dense(10, name="fc")(x)
    else:
        x = layers.ReLU(name="relu")(norm("bn")(conv(4, "stem", use_bias=False)(x)))
        y = kept = keras.Input((None, None, 4), name="kept")
        relu = layers.ReLU(name="relu")
        y = relu(norm("bn1")(conv(4, "conv1", use_bias=False)(y)))
        y = norm("bn2")(conv(4, "conv2", use_bias=False)(y))
        y = relu(layers.Add(name="add")([y, kept]))
        x = keras.Model(kept, y, name="block")(x)
        x = layers.Flatten(name="flatten")(layers.GlobalAveragePooling2D(keepdims=True, name="pool")(x))
        x = layers.Dense(5, name="fc")(layers.Dropout(0.5, seed=7, name="dropout")(x))
    model = keras.Model(given, x, name=name.replace("-", "_"))
    weights = Weights(name)
    for path in weights.layers():
        layer = model
        for part in path.split("."):
            layer = layer.get_layer(part)
        layer.set_weights(weights.of(path))
    return model


def graph_network(name, x, variable):
    """The logits for `x`, out of plain operations under scopes of the layers' names; `variable`
    makes a parameter of a name and a value."""
    weights = Weights(name)

    def of(path, *names):
        return [variable(f"{path.replace('.', '/')}/{n}", v) for n, v in zip(names, weights.of(path))]

    def conv(x, path, **more):
        with tf.name_scope(path.rsplit(".")[-1]):
            kernel, *bias = of(path, "kernel", "bias")
            more = {"strides": 1, "padding": "SAME"} | more
            x = tf.nn.conv2d(x, kernel, name="Conv2D", **more)
            return tf.nn.bias_add(x, bias[0], name="BiasAdd") if bias else x

    def norm(x, path):
        with tf.name_scope(path.rsplit(".")[-1]):
            gamma, beta, mean, variance = of(path, "gamma", "beta", "moving_mean", "moving_variance")
            y, *_ = tf.compat.v1.nn.fused_batch_norm(
                x, gamma, beta, mean, variance, epsilon=1e-5, is_training=False)
            return y

    def relu(x, scope):
        with tf.name_scope(scope):
            return tf.nn.relu(x, name="Relu")

    def pool(x):
        with tf.name_scope("pool"):
            return tf.reduce_mean(x, [1, 2], keepdims=True, name="Mean")

    def fc(x, features):
        with tf.name_scope("flatten"):
            x = tf.reshape(x, [-1, features], name="Reshape")
        with tf.name_scope("fc"):
            kernel, bias = of("fc", "kernel", "bias")
            return tf.nn.bias_add(tf.matmul(x, kernel, name="MatMul"), bias, name="BiasAdd")

    if name == "closed-form":
        return fc(pool(relu(conv(x, "conv", strides=2, padding="VALID"), "relu")), 2)
    if name == "reference":
        for at, pooled in enumerate([0, 1, 2, 3], 1):
            x = relu(conv(x, f"conv{at}"), f"relu{at}")
            if pooled:
                with tf.name_scope(f"pool{pooled}"):
                    x = tf.nn.max_pool2d(x, 2, 2, "VALID", name="MaxPool")
        with tf.name_scope("permute"):
            x = tf.transpose(x, [0, 3, 1, 2], name="transpose")
        return fc(x, 512)
    x = relu(norm(conv(x, "stem"), "bn"), "relu")
    with tf.name_scope("block"):
        y = relu(norm(conv(x, "block.conv1"), "block.bn1"), "relu")
        y = norm(conv(y, "block.conv2"), "block.bn2")
        with tf.name_scope("add"):
            y = tf.add(y, x, name="add")
        x = relu(y, "relu")
    return fc(pool(x), 4)
