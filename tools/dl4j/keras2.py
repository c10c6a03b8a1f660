"""Small networks of Keras 2 as HDF5, and what Keras itself computes with them.

    python3 -m venv venv && venv/bin/pip install -r tools/dl4j/requirements.txt
    venv/bin/python tools/dl4j/keras2.py gradcam-dl4j/src/test/resources/keras

Each NAME.h5 has a NAME.npz beside it. All numbers in it come from a second network with the same
weights that computes in float64:

    input            two images [2, height, width, channels]
    prediction       what the network puts out [2, classes]
    logits           the same before the softmax
    class            the class whose logit the gradients belong to
    activation/LAYER what a layer puts out
    gradient/LAYER   the gradient of the class's logit with respect to that, by GradientTape

Files in refused/ are such as cannot be opened, and have no numbers.
"""

import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import h5py
import numpy as np
import tensorflow as tf

keras = tf.keras
layers = keras.layers

SHAPE = (9, 8, 3)
CLASSES = 4
CLASS = 2


def lenet(head):
    return keras.Sequential(
        [
            layers.Conv2D(4, 3, padding="same", activation="relu", input_shape=SHAPE, name="conv1"),
            layers.MaxPooling2D(name="pool1"),
            layers.Conv2D(6, (3, 2), activation="tanh", name="conv2"),
            layers.AveragePooling2D((2, 1), name="pool2"),
            layers.Dropout(0.5, name="dropout"),
            layers.Flatten(name="flatten"),
            layers.Dense(8, activation="relu", name="dense1"),
            layers.Dense(CLASSES, activation=head, name="dense2"),
        ],
        name="lenet",
    ), ["conv1", "pool1", "conv2"]


def residual(head):
    image = layers.Input(SHAPE, name="image")
    x = layers.Conv2D(6, 3, padding="same", use_bias=False, name="conv1")(image)
    x = layers.BatchNormalization(epsilon=0.01, name="bn1")(x)
    x = layers.ReLU(name="relu1")(x)
    y = layers.Conv2D(6, 3, padding="same", name="conv2")(x)
    y = layers.BatchNormalization(name="bn2")(y)
    y = layers.Add(name="add")([x, y])
    y = layers.Activation("relu", name="relu2")(y)
    z = layers.Conv2D(3, 1, name="conv3")(x)
    z = layers.Concatenate(name="concat")([y, z])
    z = layers.GlobalAveragePooling2D(name="pool")(z)
    return keras.Model(image, layers.Dense(CLASSES, activation=head, name="dense")(z)), [
        "relu1",
        "add",
        "relu2",
        "concat",
    ]


def separable(head):
    return keras.Sequential(
        [
            layers.InputLayer(SHAPE, name="image"),
            layers.DepthwiseConv2D(3, strides=2, padding="same", depth_multiplier=2, name="deep1"),
            layers.ReLU(6.0, name="relu1"),
            layers.DepthwiseConv2D(2, use_bias=False, activation="swish", name="deep2"),
            layers.SeparableConv2D(5, 3, depth_multiplier=2, activation="relu6", name="split"),
            layers.GlobalMaxPooling2D(name="pool"),
            layers.Dense(CLASSES, activation=head, name="dense"),
        ],
        name="separable",
    ), ["deep1", "relu1", "split", "deep2"]


def nested(head):
    backbone = keras.Sequential(
        [
            layers.InputLayer(SHAPE, name="inner_image"),
            layers.Conv2D(4, 3, activation="relu", name="conv1"),
            layers.BatchNormalization(name="bn"),
            layers.Conv2D(5, 3, strides=2, activation="relu", name="conv2"),
        ],
        name="backbone",
    )
    backbone.trainable = False
    image = layers.Input(SHAPE, name="image")
    x = layers.Rescaling(1 / 2.0, offset=-0.25, name="rescale")(image)
    x = backbone(x, training=False)
    x = layers.GlobalAveragePooling2D(name="pool")(x)
    x = layers.Dropout(0.2, name="dropout")(x)
    return keras.Model(image, layers.Dense(CLASSES, activation=head, name="dense")(x)), ["rescale"]


def nested_twice(head):
    inner = keras.Sequential([layers.Conv2D(4, 3, activation="relu", name="conv")], name="inner")
    image = layers.Input(SHAPE, name="middle_image")
    x = inner(image)
    y = layers.Conv2D(4, 1, name="mixed")(x)
    middle = keras.Model(image, layers.Add(name="add")([x, y]), name="middle")
    return keras.Sequential(
        [
            layers.Rescaling([0.5, 1.0, 2.0], offset=0.1, input_shape=SHAPE, name="rescale"),
            middle,
            layers.Flatten(name="flatten"),
            layers.Dense(CLASSES, activation=head, name="dense"),
        ],
        name="outer",
    ), ["rescale"]


def edges(head):
    return keras.Sequential(
        [
            layers.ZeroPadding2D(((1, 2), (0, 3)), input_shape=SHAPE, name="pad"),
            layers.Conv2D(4, 4, strides=(2, 1), padding="same", name="strided"),
            layers.Conv2D(4, 3, dilation_rate=(1, 2), padding="same", name="dilated"),
            layers.MaxPooling2D(3, 2, padding="same", name="pool"),
            layers.Conv2DTranspose(3, 3, strides=2, padding="same", name="transposed"),
            layers.AveragePooling2D(3, 2, padding="same", name="mean"),
            layers.UpSampling2D((2, 1), name="up"),
            layers.Cropping2D(((1, 0), (1, 1)), name="crop"),
            layers.Conv2DTranspose(3, 2, strides=2, name="transposed2"),
            layers.Flatten(name="flatten"),
            layers.Dense(CLASSES, activation=head, name="dense"),
        ],
        name="edges",
    ), ["pad", "strided", "dilated", "pool", "transposed", "mean", "up", "crop"]


def activations(head):
    kinds = ["relu", "relu6", "tanh", "sigmoid", "elu", "selu", "softplus", "softsign"]
    kinds += ["hard_sigmoid", "swish", "mish", "softmax", "linear"]
    image = layers.Input(SHAPE, name="image")
    x = layers.Conv2D(3, 3, name="conv")(image)
    made = [layers.Activation(kind, name="act_" + kind)(x) for kind in kinds]
    made += [
        layers.LeakyReLU(alpha=0.05, name="leaky")(x),
        layers.ELU(alpha=0.4, name="elu")(x),
        layers.ReLU(1.0, negative_slope=0.1, threshold=0.2, name="bent")(x),
        layers.ThresholdedReLU(0.3, name="thresholded")(x),
        layers.PReLU(shared_axes=[1, 2], name="prelu_shared")(x),
        layers.PReLU(name="prelu")(x),
        layers.Softmax(name="softmax")(x),
    ]
    x = layers.Concatenate(axis=3, name="concat")(made)
    x = layers.GlobalAveragePooling2D(name="pool")(x)
    return keras.Model(image, layers.Dense(CLASSES, activation=head, name="dense")(x)), [
        "conv",
        "concat",
    ]


def excite(head):
    image = layers.Input(SHAPE, name="image")
    x = layers.Normalization(mean=[0.1, 0.2, 0.3], variance=[1.0, 2.0, 0.5], name="normal")(image)
    x = layers.Conv2D(6, 3, name="conv1")(x)
    x = layers.BatchNormalization(scale=False, name="bn1")(x)
    x = layers.Activation("swish", name="swish")(x)
    s = layers.GlobalAveragePooling2D(keepdims=True, name="squeeze")(x)
    s = layers.Conv2D(2, 1, activation="relu", name="reduce")(s)
    s = layers.Conv2D(6, 1, activation="sigmoid", name="expand")(s)
    x = layers.Multiply(name="excite")([x, s])
    x = layers.BatchNormalization(center=False, name="bn2")(x)
    s = layers.GlobalMaxPooling2D(name="squeeze2")(x)
    s = layers.Reshape((1, 1, 6), name="reshape")(s)
    s = layers.Dense(6, activation="sigmoid", name="expand2")(s)
    x = layers.Multiply(name="excite2")([x, s])
    x = layers.BatchNormalization(center=False, scale=False, name="bn3")(x)
    x = layers.GlobalAveragePooling2D(name="pool")(x)
    x = layers.BatchNormalization(name="bn4")(x)
    return keras.Model(image, layers.Dense(CLASSES, activation=head, name="dense")(x)), [
        "conv1",
        "swish",
        "excite",
        "excite2",
    ]


def merges(head):
    image = layers.Input(SHAPE, name="image")
    a = layers.Conv2D(3, 3, padding="same", name="a")(image)
    b = layers.Conv2D(3, 1, name="b")(image)
    x = layers.Concatenate(axis=1, name="below")([a, b])
    y = layers.Concatenate(axis=2, name="beside")([a, b])
    two = [
        layers.Add(name="add")([a, b, image]),
        layers.Subtract(name="subtract")([a, b]),
        layers.Multiply(name="multiply")([a, b]),
        layers.Average(name="average")([a, b]),
        layers.Maximum(name="maximum")([a, b]),
    ]
    z = layers.Concatenate(name="concat")(two)
    ends = [layers.GlobalAveragePooling2D(name="pool%d" % i)(one) for i, one in enumerate((x, y, z))]
    end = layers.Concatenate(name="joined")(ends)
    return keras.Model(image, layers.Dense(CLASSES, activation=head, name="dense")(end)), [
        "a",
        "below",
        "beside",
        "concat",
    ]


def double(head):
    return keras.Sequential(
        [
            layers.Conv2D(4, 3, activation="relu", input_shape=SHAPE, name="conv"),
            layers.GlobalAveragePooling2D(name="pool"),
            layers.Dense(CLASSES, activation=head, name="dense"),
        ]
    ), ["conv"]


NETWORKS = {
    "lenet": lenet,
    "residual": residual,
    "separable": separable,
    "nested": nested,
    "nested-twice": nested_twice,
    "edges": edges,
    "activations": activations,
    "excite": excite,
    "merges": merges,
    "double": double,
}


def randomize(network, seed):
    rng = np.random.default_rng(seed)
    for variable in network.weights:
        numbers = rng.normal(0, 0.3, variable.shape)
        if "variance" in variable.name:
            numbers = np.abs(numbers) + 0.5
        elif "gamma" in variable.name:
            numbers = np.abs(numbers) + 0.5
        if variable.dtype.is_floating:
            variable.assign(numbers.astype(variable.dtype.as_numpy_dtype))


def built(build, head, kind):
    keras.backend.clear_session()
    keras.backend.set_floatx(kind)
    return build(head)


def numbers(network, names, image):
    tensor = tf.constant(image)
    values = {"input": image, "class": np.array([CLASS], dtype=np.float64)}
    model = keras.Model(network.inputs, [network.get_layer(name).output for name in names] + network.outputs)
    with tf.GradientTape() as tape:
        tape.watch(tensor)
        *inner, logits = model(tensor, training=False)
        score = tf.reduce_sum(logits[:, CLASS])
    gradients = tape.gradient(score, inner)
    for name, activation, gradient in zip(names, inner, gradients):
        values["activation/" + name] = activation.numpy()
        values["gradient/" + name] = gradient.numpy()
    values["logits"] = logits.numpy()
    values["prediction"] = tf.nn.softmax(logits).numpy()
    return values


def write(folder):
    for seed, (name, build) in enumerate(NETWORKS.items()):
        network, _ = built(build, "softmax", "float64" if name == "double" else "float32")
        randomize(network, seed)
        if name == "lenet":
            network.compile("adam", "categorical_crossentropy")
        network.save(os.path.join(folder, name + ".h5"), include_optimizer=name == "lenet")
        weights = [weight.astype(np.float64) for weight in network.get_weights()]
        exact, inner = built(build, "linear", "float64")
        exact.set_weights(weights)
        image = np.random.default_rng(100 + seed).normal(0, 1, (2,) + SHAPE)
        image = image.astype(np.float32).astype(np.float64)
        values = numbers(exact, inner, image)
        np.savez_compressed(os.path.join(folder, name + ".npz"), **values)


def refused(folder):
    keras.backend.clear_session()
    keras.backend.set_floatx("float32")
    keras.utils.set_random_seed(1)

    def save(name, *inner):
        network = keras.Sequential([layers.Input((6, 6, 2)), *inner])
        network.save(os.path.join(folder, name + ".h5"), include_optimizer=False)
        return network

    conv = lambda: layers.Conv2D(2, 3, name="conv")
    save("layer-norm", conv(), layers.LayerNormalization(name="norm"))
    save("gelu", layers.Conv2D(2, 3, activation="gelu", name="conv"))
    save("groups", layers.Conv2D(2, 3, groups=2, name="conv"))
    save("bilinear", conv(), layers.UpSampling2D(interpolation="bilinear", name="up"))
    save("batch-norm-axis", conv(), layers.BatchNormalization(axis=1, name="norm"))
    save("channels-first", layers.Conv2D(2, 1, data_format="channels_first", name="conv"))
    save("lambda", conv(), layers.Lambda(lambda x: x * 2.0, name="twice"))
    image = layers.Input((6, 6, 2), name="image")
    twice = layers.Conv2D(2, 3, padding="same", name="conv")
    keras.Model(image, twice(twice(image))).save(os.path.join(folder, "shared.h5"), include_optimizer=False)
    keras.Model(image, twice(image) + image).save(os.path.join(folder, "operator.h5"), include_optimizer=False)

    plain = save("keras1", conv())
    with h5py.File(os.path.join(folder, "keras1.h5"), "a") as file:
        file.attrs["keras_version"] = "1.2.2"
    save("keras3", conv())
    with h5py.File(os.path.join(folder, "keras3.h5"), "a") as file:
        file.attrs["keras_version"] = "3.5.0"
    plain.save_weights(os.path.join(folder, "weights.h5"))
    plain.save(os.path.join(folder, "archive.keras"))
    with h5py.File(os.path.join(folder, "other.h5"), "w") as file:
        file["table"] = np.arange(4)
    with h5py.File(os.path.join(folder, "link.h5"), "w") as file:
        with h5py.File(os.path.join(folder, "keras1.h5")) as first:
            file.attrs["model_config"] = first.attrs["model_config"]
        file.attrs["keras_version"] = "2.15.0"
        file["model_weights"] = h5py.ExternalLink("keras1.h5", "/model_weights")
    with h5py.File(os.path.join(folder, "cycle.h5"), "w") as file:
        with h5py.File(os.path.join(folder, "keras1.h5")) as first:
            file.attrs["model_config"] = first.attrs["model_config"]
        file.attrs["keras_version"] = "2.15.0"
        file["model_weights"] = file["/"]
        file["conv"] = file["/"]
        file.attrs["weight_names"] = [b"conv/conv/model_weights/conv/kernel:0"]
    with h5py.File(os.path.join(folder, "huge.h5"), "w") as file:
        with h5py.File(os.path.join(folder, "keras1.h5")) as first:
            file.attrs["model_config"] = first.attrs["model_config"]
        file.attrs["keras_version"] = "2.15.0"
        group = file.create_group("model_weights/conv")
        group.attrs["weight_names"] = [b"kernel:0", b"bias:0"]
        # No space is set aside for what was never written.
        group.create_dataset("kernel:0", shape=(3, 3, 1 << 20, 1 << 10), dtype="<f4")
        group.create_dataset("bias:0", data=np.zeros(2, "<f4"))


if __name__ == "__main__":
    target = sys.argv[1]
    os.makedirs(os.path.join(target, "refused"), exist_ok=True)
    write(target)
    refused(os.path.join(target, "refused"))
