"""Small networks without Keras: plain TensorFlow under scopes named by hand.

A body is a function of a Net and its input. Run at once it gives the values, traced it is saved.
"""

import base64
import io

import numpy as np
import tensorflow as tf

from settle import generator, levels

SHAPE = (8, 10, 3)
CLASSES = 4


class Net(tf.Module):
    """Variables by name, layers by scope, and what layers gave when they ran at once."""

    def __init__(self, body):
        super().__init__(name="net")
        self.body = body
        self.variables_by_name = {}
        self.seen = {}

    def __call__(self, *given):
        return self.body(self, *given)

    def variable(self, name, shape):
        if name not in self.variables_by_name:
            scale = np.sqrt(2 / np.prod(shape[:-1])) if len(shape) > 1 else 0.1
            value = levels(generator(name), shape) * np.float32(scale)
            with tf.init_scope(), tf.name_scope(""):
                self.variables_by_name[name] = tf.Variable(value, name=name)
        return self.variables_by_name[name]

    def tap(self, name, value):
        if tf.executing_eagerly():
            value = tf.identity(value)
            while name in self.seen:
                head, _, count = name.partition("#")
                name = f"{head}#{int(count or 1) + 1}"
            self.seen[name] = value
        return value

    def conv(self, x, name, out=6, side=3, strides=1, padding="SAME", data_format="NHWC"):
        channels = x.shape[1 if data_format == "NCHW" else -1]
        with tf.name_scope(name):
            kernel = self.variable(name + "/kernel", (side, side, channels, out))
            strides = [1, 1, strides, strides] if data_format == "NCHW" else [1, strides, strides, 1]
            x = tf.nn.conv2d(x, kernel, strides, padding, data_format, name="Conv2D")
            x = tf.nn.bias_add(x, self.variable(name + "/bias", (out,)), data_format, name="BiasAdd")
        return self.tap(name, x)

    def relu(self, x, name):
        with tf.name_scope(name):
            return self.tap(name, tf.nn.relu(x, name="Relu"))

    def scores(self, x, name="scores", axes=(1, 2)):
        with tf.name_scope("pool"):
            x = tf.reduce_mean(x, axes, name="Mean")
        with tf.name_scope(name):
            kernel = self.variable(name + "/kernel", (x.shape[-1], CLASSES))
            x = tf.matmul(x, kernel, name="MatMul")
            return tf.nn.bias_add(x, self.variable(name + "/bias", (CLASSES,)), name="BiasAdd")


def plain(net, x):
    return net.scores(net.relu(net.conv(x, "conv"), "relu"))


def cond(net, x):
    """One of two branches, as the numbers are."""
    x = net.relu(net.conv(x, "stem"), "relu")
    x = tf.cond(
        tf.reduce_mean(x) > 0.1,
        lambda: net.conv(x, "inside") * 2.0,
        lambda: net.conv(x, "aside") - 1.0,
        name="either")
    return net.scores(net.relu(net.conv(x, "last"), "last_relu"))


def loop(net, x):
    x = net.relu(net.conv(x, "stem"), "relu")
    # Made before the loop, in which no variable can be.
    net.variable("again/kernel", (3, 3, 6, 6)), net.variable("again/bias", (6,))
    _, x = tf.while_loop(
        lambda i, x: i < 3, lambda i, x: (i + 1, tf.tanh(net.conv(x, "again"))), (0, x), name="thrice")
    return net.scores(net.relu(net.conv(x, "last"), "last_relu"))


def cond_before(net, x):
    """A branch on the way to the layers, but not behind them: colours may be given in two ways."""
    x = tf.cond(tf.reduce_max(x) > 2.0, lambda: x / 255.0, lambda: x, name="scaled")
    return net.scores(net.relu(net.conv(x, "conv"), "relu"))


def cond_aside(net, x):
    """A branch that the scores do not need."""
    x = net.relu(net.conv(x, "conv"), "relu")
    bright = tf.cond(tf.reduce_mean(x) > 0.1, lambda: tf.reduce_max(x), lambda: 0.0, name="bright")
    return {"logits": net.scores(x), "bright": bright}


def stop_gradient(net, x):
    x = net.relu(net.conv(x, "stem"), "relu")
    y = net.conv(x, "branch")
    return net.scores(net.relu(net.conv(x, "conv") + tf.stop_gradient(y, name="stopped"), "sum"))


def noisy(net, x):
    """Random numbers at every run: nobody can say what the scores are."""
    x = net.conv(x, "conv")
    x = x + tf.random.normal(tf.shape(x), stddev=0.1, name="noise")
    return net.scores(net.relu(x, "relu"))


def writer(net, x):
    """Writes a file whenever it runs."""
    if not tf.executing_eagerly():
        tf.raw_ops.WriteFile(filename="written-by-a-model.txt", contents="from a model")
    return plain(net, x)


def reader(net, x):
    """Reads a file, of which the length reaches the scores."""
    x = net.conv(x, "conv")
    if not tf.executing_eagerly():
        x = x + 0.0 * tf.cast(tf.strings.length(tf.io.read_file("/etc/hostname")), tf.float32)
    return net.scores(net.relu(x, "relu"))


def python(net, x):
    """Calls back into the Python that made it, and so runs nowhere else."""
    x = net.conv(x, "conv")
    if not tf.executing_eagerly():
        x = tf.ensure_shape(tf.numpy_function(lambda x: x, [x], tf.float32), x.shape)
    return net.scores(net.relu(x, "relu"))


def channels_first(net, x, data_format="NCHW"):
    if data_format == "NHWC":
        x = tf.transpose(x, [0, 2, 3, 1])
    x = net.relu(net.conv(x, "stem", strides=2, data_format=data_format), "stem_relu")
    with tf.name_scope("bn"):
        scale, offset, mean, variance = (net.variable("bn/" + n, (6,)) for n in "abcd")
        x, *_ = tf.compat.v1.nn.fused_batch_norm(
            x, 1 + scale, offset, mean, 1 + tf.abs(variance), data_format=data_format, is_training=False)
    x = net.relu(net.tap("bn", x), "relu")
    with tf.name_scope("down"):
        x = net.tap("down", tf.nn.max_pool2d(x, 2, 2, "VALID", data_format))
    x = net.relu(net.conv(x, "last", data_format=data_format), "last_relu")
    return net.scores(x, axes=(2, 3) if data_format == "NCHW" else (1, 2))


def nested(net, x):
    """Layers in functions of their own, one of them called twice."""
    if "block" not in net.__dict__:
        def block(x):
            return net.relu(net.conv(x, "conv"), "relu")

        def outer(x):
            with tf.name_scope("inner"):
                return net.block(net.block(x))

        net.block, net.outer = tf.function(block), tf.function(outer)
    x = net.conv(x, "stem/conv0")
    with tf.name_scope("outer"):
        x = net.outer(x)
    return net.scores(x)


def photo(texts):
    """JPEG in base64, as a web service takes it, to colours from 0 to 1."""
    def one(text):
        x = tf.io.decode_jpeg(tf.io.decode_base64(text), channels=3, dct_method="INTEGER_ACCURATE")
        return tf.image.resize(tf.cast(x, tf.float32), SHAPE[:2]) / 255.0

    return tf.map_fn(one, texts, fn_output_signature=tf.TensorSpec(SHAPE, tf.float32), name="decoded")


def strings(net, texts):
    return plain(net, photo(texts))


def labels(net, x):
    """A table gives the scores their names."""
    logits = plain(net, x)
    if "table" not in net.__dict__:
        with tf.init_scope():
            keys = tf.range(CLASSES, dtype=tf.int64)
            values = tf.constant([f"class {k}" for k in range(CLASSES)])
            made = tf.lookup.KeyValueTensorInitializer(keys, values)
            net.table = tf.lookup.StaticHashTable(made, "none", name="names")
    return {"logits": logits, "label": net.table.lookup(tf.argmax(logits, -1), name="label")}


def jpegs():
    """Two photos as the texts that `strings` takes."""
    from PIL import Image

    texts = []
    for seed in range(2):
        small = generator(f"photo {seed}").integers(0, 256, (4, 5, 3)).astype(np.uint8)
        data = io.BytesIO()
        Image.fromarray(small).resize((20, 16), Image.BILINEAR).save(data, "JPEG", quality=90)
        texts.append(base64.urlsafe_b64encode(data.getvalue()).decode())
    return texts


# By name: the body, and the layers to look into; none where nobody can know the values.
MODULES = {
    "plain": (plain, ["conv", "relu"]),
    "cond-on-path": (cond, ["stem", "relu", "last"]),
    "loop-on-path": (loop, ["stem", "relu", "last"]),
    "cond-before": (cond_before, ["conv", "relu"]),
    "cond-aside": (cond_aside, ["conv", "relu"]),
    "stop-gradient": (stop_gradient, ["stem", "relu", "conv", "sum"]),
    "noisy": (noisy, []),
    "write-file": (writer, ["conv", "relu"]),
    "read-file": (reader, ["conv", "relu"]),
    "python-function": (python, ["conv", "relu"]),
    "nchw": (channels_first, ["stem", "bn", "relu", "down", "last_relu"]),
    "nested-function": (nested, ["stem/conv0", "conv", "relu", "conv#2", "relu#2"]),
    "string-input": (strings, ["conv", "relu"]),
    "labels": (labels, ["conv", "relu"]),
}
