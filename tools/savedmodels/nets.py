"""The networks of the support table, and the layers of each that are looked into."""

from dataclasses import dataclass, field

import tensorflow as tf


@dataclass(frozen=True)
class Net:
    """`layers`: the one that somebody who knows the network would explain, which is the last one
    with space in it where scores are of whole images, and another, as Keras calls them."""

    layers: tuple[str, str]
    side: int = 224
    # Inputs are colours from 0 to 255, which the network itself scales.
    colours: bool = False
    # Where Keras 2 has other names.
    keras2: tuple[str, str] = ()
    keras3: bool = True
    more: dict = field(default_factory=dict)


NETS = {
    "VGG16": Net(("block5_conv3", "block4_conv2")),
    "ResNet50": Net(("conv5_block3_out", "conv4_block3_2_relu")),
    "ResNet50V2": Net(("post_relu", "conv4_block3_out")),
    "Xception": Net(("block14_sepconv2_act", "block9_sepconv2"), 299),
    "InceptionV3": Net(("mixed10", "mixed6"), 299),
    "InceptionResNetV2": Net(("conv_7b_ac", "block17_13_mixed"), 299),
    "DenseNet121": Net(("relu", "conv4_block17_concat")),
    "MobileNet": Net(("conv_pw_13_relu", "conv_dw_9")),
    "MobileNetV2": Net(("out_relu", "block_10_project_BN")),
    "MobileNetV3Small": Net(
        ("activation_17", "expanded_conv_7_add"), colours=True,
        keras2=("multiply_17", "expanded_conv_7/Add"), more={"input_shape": (224, 224, 3)}),
    "EfficientNetB0": Net(("top_activation", "block5c_se_excite"), colours=True),
    "EfficientNetV2B0": Net(("top_activation", "block4c_add"), colours=True),
    "NASNetMobile": Net(("activation_187", "normal_concat_7")),
    "ConvNeXtTiny": Net(
        ("add_17", "convnext_tiny_stage_2_block_5_gelu"), colours=True,
        keras2=("tf.__operators__.add_17", "convnext_tiny_stage_2_block_5_gelu")),
    "RegNetX002": Net(
        ("regnetx002_Stage_3_XBlock_6_exit_relu", "regnetx002_Stage_2_XBlock_3_conv_3x3"),
        colours=True, keras3=False),
    "NestedVGG16": Net(("vgg16/block5_conv3", "vgg16/block4_conv2")),
    "Segmentation": Net(("dilated", "decoder_conv"), 64),
}


def build(keras, name):
    """With a softmax, and weights that nobody has learned."""
    if name == "NestedVGG16":
        return nested(keras)
    if name == "Segmentation":
        return segmentation(keras)
    return getattr(keras.applications, name)(weights=None, **NETS[name].more)


def nested(keras):
    """A fine-tuned network, as every tutorial has it: the trained one is a layer of the new one."""
    base = keras.applications.VGG16(weights=None, include_top=False, input_shape=(224, 224, 3))
    x = given = keras.Input((224, 224, 3), name="photo")
    x = keras.layers.GlobalAveragePooling2D(name="pool")(base(x))
    return keras.Model(given, keras.layers.Dense(5, activation="softmax", name="head")(x), name="tuned")


def segmentation(keras):
    """Encoder and decoder: 4 classes at every place."""
    layers = keras.layers
    conv = lambda out, name, **more: layers.Conv2D(out, 3, padding="same", name=name, **more)
    x = given = keras.Input((64, 64, 3), name="photo")
    kept = x = layers.ReLU(name="stem_relu")(layers.BatchNormalization(name="stem_bn")(conv(8, "stem")(x)))
    x = layers.MaxPooling2D(name="down1")(x)
    x = conv(16, "encoder", activation="relu")(x)
    x = conv(16, "strided", strides=2, activation="relu")(x)
    x = conv(24, "dilated", dilation_rate=2, activation="relu")(x)
    x = layers.Conv2DTranspose(16, 3, strides=2, padding="same", activation="relu", name="up1")(x)
    x = layers.UpSampling2D(2, interpolation="bilinear", name="up2")(x)
    x = layers.Concatenate(name="skip")([x, kept])
    x = conv(12, "decoder_conv", activation="relu")(x)
    x = layers.Conv2D(4, 1, name="scores")(x)
    return keras.Model(given, layers.Softmax(name="softmax")(x), name="segmentation")


SLIM_LAYERS = ("SlimNet/Conv_3", "SlimNet/Conv_2")


def slim(x, variable):
    """A graph as TensorFlow 1's slim made it: scopes, local response normalization, a 1x1
    convolution in place of the linear layer. Gives the scores and what the layers hand on."""
    v1 = tf.compat.v1
    seen = {}

    def conv(x, scope, inputs, outputs, side=3, stride=1, activation=tf.nn.relu):
        with v1.variable_scope(scope):
            kernel = variable("weights", (side, side, inputs, outputs))
            x = tf.nn.conv2d(x, kernel, stride, "SAME", name="Conv2D")
            x = tf.nn.bias_add(x, variable("biases", (outputs,)), name="BiasAdd")
            x = activation(x, name="Relu") if activation else x
            seen["SlimNet/" + scope] = x
            return x

    with v1.variable_scope("SlimNet"):
        x = conv(x, "Conv_1", 3, 16, side=5, stride=2)
        x = tf.nn.local_response_normalization(x, 4, bias=1.0, alpha=0.001 / 9.0, beta=0.75, name="LRN")
        x = tf.nn.max_pool2d(x, 3, 2, "SAME", name="MaxPool_1")
        x = conv(x, "Conv_2", 16, 24)
        x = tf.nn.max_pool2d(x, 2, 2, "VALID", name="MaxPool_2")
        x = conv(x, "Conv_3", 24, 32)
        with v1.variable_scope("Logits"):
            x = tf.reduce_mean(x, [1, 2], keepdims=True, name="AvgPool")
            x = conv(x, "Conv2d_1c_1x1", 32, 10, side=1, activation=None)
            x = tf.squeeze(x, [1, 2], name="SpatialSqueeze")
        tf.nn.softmax(x, name="Predictions")
    return x, {layer: seen[layer] for layer in SLIM_LAYERS}
