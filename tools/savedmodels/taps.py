"""What flows through a Keras model, and the way back, by GradientTape."""

import contextlib
import functools

import numpy as np
import tensorflow as tf

from settle import leaves


def canonical(array):
    """Channels first: [N, C, ...]."""
    array = np.asarray(array)
    return np.moveaxis(array, -1, 1) if array.ndim > 2 else array


def find(model, path):
    """A layer, by the names from outside to inside; names may hold slashes themselves."""
    names = {part.name: part for part in getattr(model, "operations", model.layers)}
    if path in names:
        return names[path]
    for name, layer in names.items():
        if path.startswith(name + "/"):
            return find(layer, path[len(name) + 1 :])
    raise KeyError(path)


def is_grouped(layer):
    return hasattr(layer, "kernel_size") and getattr(layer, "groups", 1) > 1


def ungroup(layer):
    """TensorFlow has no gradient of a grouped convolution on a processor: one convolution a group."""
    strides, padding = layer.strides, layer.padding.upper()

    def call(x):
        kernels = tf.split(tf.convert_to_tensor(layer.kernel), layer.groups, -1)
        parts = [
            tf.nn.conv2d(part, kernel, strides, padding, dilations=layer.dilation_rate)
            for part, kernel in zip(tf.split(x, layer.groups, -1), kernels)
        ]
        x = tf.concat(parts, -1)
        x = tf.nn.bias_add(x, tf.convert_to_tensor(layer.bias)) if layer.use_bias else x
        return layer.activation(x)

    layer.call = call


@contextlib.contextmanager
def scores(model):
    """The model without its last activation, and with convolutions that have a gradient."""
    last = model.layers[-1]
    head = "activation" if hasattr(last, "activation") else "call"
    grouped = [layer for layer in leaves(model) if is_grouped(layer)]
    kept = [(last, head, getattr(last, head)), *((layer, "call", layer.call) for layer in grouped)]
    setattr(last, head, lambda x, *args, **more: x)
    for layer in grouped:
        ungroup(layer)
    try:
        yield model
    finally:
        for layer, name, value in kept:
            setattr(layer, name, value)


def look_into(model, x, layers, cotangent, run=None):
    """`input`, `logits`, `cotangent`, `act/<layer>` and `grad/<layer>`. `layer#2` is a layer's
    second call; the cotangent is a function of the shape of the logits."""
    seen, kept = {}, {}
    for path in dict.fromkeys(layer.split("#")[0] for layer in layers):
        layer = find(model, path)
        kept[path] = layer, layer.call

        def tapped(*args, call=layer.call, path=path, **more):
            out = call(*args, **more)
            key = path
            while key in seen:
                key = path + "#" + str(int(key.partition("#")[2] or 1) + 1)
            # A tensor of its own: what a layer hands on may be what came in.
            seen[key] = tf.identity(out)
            return seen[key]

        layer.call = functools.wraps(layer.call)(tapped)
    try:
        with tf.GradientTape() as tape:
            tape.watch([given for given in tf.nest.flatten(x) if given.dtype.is_floating])
            logits = (run or (lambda x: model(x, training=False)))(x)
            direction = tf.constant(cotangent(logits.shape))
            score = tf.reduce_sum(tf.cast(logits, tf.float32) * direction)
        gradients = tape.gradient(score, [seen[layer] for layer in layers])
    finally:
        for layer, call in kept.values():
            layer.call = call
    values = {f"input/{k}": canonical(v) for k, v in x.items()} if isinstance(x, dict) else {
        "input": canonical(x)}
    values |= {"cotangent": canonical(direction), "logits": canonical(logits)}
    for layer, gradient in zip(layers, gradients):
        values["act/" + layer] = canonical(seen[layer])
        values["grad/" + layer] = canonical(gradient)
    check(values)
    return values


def check(values):
    for name, array in values.items():
        if not np.isfinite(array).all():
            raise AssertionError(f"{name} is not finite")
        if name != "layers" and (array == array.flat[0]).all():
            raise AssertionError(f"{name} is constant")
