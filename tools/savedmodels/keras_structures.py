"""Small models of Keras, one idea each. A structure gives a model and the layers to look into."""

SHAPE = (8, 10, 3)
CLASSES = 4


class Builder:
    """The parts that most of them have, by `keras` or `tf_keras`."""

    def __init__(self, keras):
        self.keras = keras
        self.layers = keras.layers

    def input(self, shape=SHAPE, name="image", **more):
        return self.keras.Input(shape, name=name, **more)

    def conv(self, name, out=6, side=3, **more):
        return self.layers.Conv2D(out, side, padding=more.pop("padding", "same"), name=name, **more)

    def act(self, kind, name, **more):
        return self.layers.Activation(kind, name=name, **more)

    def scores(self, x, **more):
        x = self.layers.GlobalAveragePooling2D(name="pool")(x)
        return self.layers.Dense(CLASSES, name="scores", **more)(x)

    def model(self, given, output):
        return self.keras.Model(given, output, name="net")

    def chain(self, *parts, given=None, **head):
        """Layers one behind the other, and the scores."""
        x = given = self.input() if given is None else given
        for part in parts:
            x = part(x)
        return self.model(given, self.scores(x, **head))


def softmax_layer(b):
    model = b.chain(b.conv("conv"), b.act("relu", "relu"))
    output = b.act("softmax", "probabilities")(model.output)
    return b.model(model.input, output), ["conv", "relu"]


def sigmoid_head(b):
    return b.chain(b.conv("conv", activation="relu"), activation="sigmoid"), ["conv"]


def log_softmax(b):
    return b.chain(b.conv("conv", activation="relu"), activation="log_softmax"), ["conv"]


def dilated(b):
    return b.chain(
        b.conv("same", dilation_rate=2, activation="relu"),
        b.conv("valid", dilation_rate=(1, 2), padding="valid"),
        b.act("relu", "relu"),
    ), ["same", "valid", "relu"]


def grouped(b):
    return b.chain(
        b.conv("stem", activation="relu"), b.conv("grouped", 8, groups=2, strides=2), b.act("relu", "relu")
    ), ["stem", "grouped", "relu"]


def depthwise(b):
    layers = b.layers
    return b.chain(
        b.conv("stem", activation="relu"),
        layers.DepthwiseConv2D(3, strides=2, depth_multiplier=2, padding="same", name="depthwise"),
        layers.SeparableConv2D(8, 3, padding="same", activation="relu", name="separable"),
    ), ["stem", "depthwise", "separable"]


def gelu(approximate):
    def build(b):
        gelu = (b.keras.ops if hasattr(b.keras, "ops") else b.keras.activations)
        gelu = gelu.nn.gelu if hasattr(gelu, "nn") else gelu.gelu
        f = lambda x: gelu(x, approximate=approximate)
        return b.chain(b.conv("stem"), b.act(f, "gelu"), b.conv("conv")), ["stem", "gelu", "conv"]

    return build


def swish(b):
    return b.chain(b.conv("stem"), b.act("swish", "swish"), b.conv("conv", activation="swish")), [
        "stem", "swish", "conv"]


def layer_norm(b):
    return b.chain(
        b.conv("stem"), b.layers.LayerNormalization(name="norm"), b.conv("conv", activation="relu")
    ), ["stem", "norm", "conv"]


def norms(b):
    """Batch norms without scale and without offset, and a group norm."""
    layers = b.layers
    return b.chain(
        b.conv("stem"),
        layers.BatchNormalization(scale=False, name="plain"),
        layers.GroupNormalization(2, name="group"),
        b.conv("conv"),
        layers.BatchNormalization(center=False, name="central"),
        layers.ReLU(name="relu"),
    ), ["stem", "plain", "group", "relu"]


def shared(b):
    x = given = b.input((8, 10, 6))
    conv = b.conv("conv", activation="relu")
    x = conv(b.layers.MaxPooling2D(name="down")(conv(x)))
    return b.model(given, b.scores(x)), ["conv", "conv#2"]


def two_outputs(b):
    x = given = b.input()
    x = b.conv("conv", activation="relu")(x)
    features = b.layers.GlobalAveragePooling2D(name="features")(x)
    logits = b.layers.Dense(CLASSES, name="logits")(features)
    return b.model(given, {"features": features, "logits": logits}), ["conv"]


def two_inputs(b):
    left, right = b.input(name="left"), b.input(name="right")
    conv = b.conv("conv", activation="relu")
    x = b.layers.Concatenate(name="both")([conv(left), conv(right)])
    return b.model({"left": left, "right": right}, b.scores(b.conv("mixed", activation="relu")(x))), [
        "conv", "conv#2", "mixed"]


def conv1d(b):
    layers = b.layers
    x = given = b.input((24, 3), "signal")
    x = layers.Conv1D(6, 5, padding="same", activation="relu", name="stem")(x)
    x = layers.MaxPooling1D(2, name="down")(x)
    x = layers.Conv1D(8, 3, dilation_rate=2, activation="relu", name="conv")(x)
    x = layers.GlobalAveragePooling1D(name="pool")(x)
    return b.model(given, layers.Dense(CLASSES, name="scores")(x)), ["stem", "conv"]


def conv3d(b):
    layers = b.layers
    x = given = b.input((4, 6, 8, 2), "volume")
    x = layers.Conv3D(4, 3, padding="same", activation="relu", name="stem")(x)
    x = layers.MaxPooling3D((1, 2, 2), name="down")(x)
    x = layers.Conv3D(5, 3, padding="same", activation="relu", name="conv")(x)
    x = layers.GlobalAveragePooling3D(name="pool")(x)
    return b.model(given, layers.Dense(CLASSES, name="scores")(x)), ["stem", "conv"]


def typed(policy):
    def build(b):
        b.keras.config.set_dtype_policy(policy)
        try:
            head = "float64" if policy == "float64" else "float32"
            x = given = b.input(dtype=head)
            x = b.layers.BatchNormalization(name="norm")(b.conv("stem")(x))
            x = b.conv("conv", activation="relu")(x)
            x = b.act("softmax", "probabilities", dtype=head)(b.scores(x))
            return b.model(given, x), ["stem", "conv"]
        finally:
            b.keras.config.set_dtype_policy("float32")

    return build


def colours(b):
    layers = b.layers
    x = given = b.input(dtype="uint8")
    x = layers.Rescaling(1 / 255, name="scaled")(x)
    x = layers.Normalization(mean=[0.4, 0.5, 0.6], variance=[0.04, 0.05, 0.06], name="normal")(x)
    return b.model(given, b.scores(b.conv("conv", activation="relu")(x))), ["conv"]


def prelu(b):
    return b.chain(
        b.conv("stem"), b.layers.PReLU(shared_axes=[1, 2], name="prelu"), b.conv("conv")
    ), ["stem", "prelu", "conv"]


def activations(b):
    """Those that no other structure has."""
    kinds = ["elu", "selu", "softplus", "tanh", "relu6", "leaky_relu", "hard_sigmoid", "softsign"]
    parts = [b.act(kind, kind) for kind in kinds]
    return b.chain(b.conv("stem"), *parts, b.conv("conv")), ["stem", *kinds, "conv"]


def attention(b):
    """A tiny vision transformer: patches, tokens, one block, the mean of the tokens."""
    layers = b.layers
    x = given = b.input((8, 12, 3))
    x = b.conv("patches", 8, 2, strides=2, padding="valid")(x)
    x = layers.Reshape((24, 8), name="tokens")(x)
    y = layers.LayerNormalization(name="norm1")(x)
    y = layers.MultiHeadAttention(2, 4, name="attention")(y, y)
    x = layers.Add(name="add1")([x, y])
    y = layers.LayerNormalization(name="norm2")(x)
    y = layers.Dense(8, activation="gelu", name="mlp")(y)
    x = layers.Add(name="add2")([x, y])
    x = layers.LayerNormalization(name="norm")(x)
    x = layers.GlobalAveragePooling1D(name="pool")(x)
    return b.model(given, layers.Dense(CLASSES, name="scores")(x)), ["patches", "norm1", "add1", "add2"]


def squeeze_excite(b):
    layers = b.layers
    x = given = b.input()
    x = b.conv("stem", activation="relu")(x)
    y = layers.GlobalAveragePooling2D(keepdims=True, name="squeeze")(x)
    y = b.conv("excite", side=1, activation="sigmoid")(y)
    x = layers.Multiply(name="scaled")([x, y])
    return b.model(given, b.scores(x)), ["stem", "scaled"]


def pools(b):
    layers = b.layers
    x = given = b.input((9, 11, 3))
    x = b.conv("stem", activation="relu")(x)
    x = layers.MaxPooling2D(3, 2, padding="same", name="largest")(x)
    x = layers.AveragePooling2D(3, 1, padding="same", name="mean")(x)
    x = b.conv("conv", activation="relu")(x)
    x = layers.GlobalMaxPooling2D(name="pool")(x)
    return b.model(given, layers.Dense(CLASSES, name="scores")(x)), ["stem", "largest", "mean", "conv"]


def odd_names(b):
    names = ["a.b", "conv2d_1", "layer_1", "x9", "StatefulPartitionedCall", "Relu", "net"]
    return b.chain(*(b.conv(name, activation="relu") for name in names)), names


def slashes(b):
    """Named as MobileNetV3 is in Keras 2: no layer is `block`, and `stem/bn` is none of `stem`."""
    layers = b.layers
    names = ["stem", "stem/bn", "block/depthwise/pad", "block/depthwise", "block/depthwise/bn",
             "block/project", "block/project/bn"]
    return b.chain(
        b.conv(names[0], use_bias=False),
        layers.BatchNormalization(name=names[1]),
        b.act("relu", "relu"),
        layers.ZeroPadding2D(((0, 1), (0, 1)), name=names[2]),
        layers.DepthwiseConv2D(3, strides=2, use_bias=False, name=names[3]),
        layers.BatchNormalization(name=names[4]),
        b.act("relu", "relu_1"),
        b.conv(names[5], side=1, use_bias=False),
        layers.BatchNormalization(name=names[6]),
    ), names


def upsampling(b):
    layers = b.layers
    return b.chain(
        b.conv("stem", strides=2, activation="relu"),
        layers.UpSampling2D(2, name="nearest"),
        b.conv("conv", activation="relu"),
        layers.UpSampling2D((2, 3), interpolation="bilinear", name="bilinear"),
    ), ["stem", "nearest", "conv", "bilinear"]


def transposed(b):
    layers = b.layers
    return b.chain(
        b.conv("stem", activation="relu"),
        layers.Conv2DTranspose(5, 3, strides=2, padding="same", activation="relu", name="same"),
        layers.Conv2DTranspose(4, 2, strides=2, padding="valid", name="valid"),
    ), ["stem", "same", "valid"]


def zero_padding(b):
    return b.chain(
        b.layers.ZeroPadding2D(((0, 1), (2, 1)), name="pad"),
        b.conv("conv", strides=2, padding="valid", activation="relu"),
        b.layers.Cropping2D(((0, 1), (1, 0)), name="crop"),
    ), ["pad", "conv", "crop"]


def dropout(b):
    layers = b.layers
    return b.chain(
        b.conv("conv", activation="relu"),
        layers.SpatialDropout2D(0.5, seed=1, name="spatial"),
        layers.Dropout(0.5, seed=2, name="dropout"),
        layers.GaussianNoise(1.0, seed=3, name="noise"),
    ), ["conv", "noise"]


# By name: which Keras, and the structure.
KERAS = {
    "softmax-layer": ("keras", softmax_layer),
    "sigmoid-head": ("keras", sigmoid_head),
    "log-softmax": ("keras", log_softmax),
    "dilated": ("keras", dilated),
    "dilated-keras2": ("tf_keras", dilated),
    "grouped": ("keras", grouped),
    "depthwise": ("keras", depthwise),
    "gelu-exact": ("keras", gelu(False)),
    "gelu-tanh": ("keras", gelu(True)),
    "swish": ("tf_keras", swish),
    "layer-norm": ("keras", layer_norm),
    "layer-norm-keras2": ("tf_keras", layer_norm),
    "norms": ("keras", norms),
    "norms-keras2": ("tf_keras", norms),
    "shared-layer": ("keras", shared),
    "shared-layer-keras2": ("tf_keras", shared),
    "two-outputs": ("keras", two_outputs),
    "two-inputs": ("keras", two_inputs),
    "conv1d": ("keras", conv1d),
    "conv3d": ("keras", conv3d),
    "float16": ("keras", typed("mixed_float16")),
    "float64": ("keras", typed("float64")),
    "uint8-input": ("keras", colours),
    "prelu": ("keras", prelu),
    "activations": ("keras", activations),
    "attention": ("keras", attention),
    "squeeze-excite": ("keras", squeeze_excite),
    "pools": ("keras", pools),
    "odd-names": ("keras", odd_names),
    "odd-names-keras2": ("tf_keras", odd_names),
    "slashes-keras2": ("tf_keras", slashes),
    "upsampling": ("keras", upsampling),
    "transposed": ("keras", transposed),
    "zero-padding": ("keras", zero_padding),
    "dropout": ("keras", dropout),
}
