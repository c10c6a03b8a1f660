"""Builds the demo network in Keras and exports it as a SavedModel, from the weights that
export.py wrote. Needs TensorFlow, not PyTorch: see requirements-savedmodel.txt."""

import argparse
import os
import shutil
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras
import numpy as np
import tensorflow as tf
from keras import layers
from safetensors.numpy import load_file
from tensorflow.core.protobuf import saved_model_pb2

HERE = Path(__file__).resolve().parent

# As for the TorchScript file.
LARGEST = 4_000_000


def conv(x, outputs: int, name: str, kernel: int = 3, stride: int = 1):
    """Padded as in PyTorch. With a stride, Keras's own "same" puts the zeros elsewhere."""
    if stride > 1:
        x = layers.ZeroPadding2D(kernel // 2, name="pad")(x)
    padding = "valid" if stride > 1 else "same"
    return layers.Conv2D(outputs, kernel, stride, padding, use_bias=False, name=name)(x)


def norm(name: str):
    return layers.BatchNormalization(epsilon=1e-5, name=name)


def conv_norm(name: str, inputs: int, outputs: int, kernel: int = 3, stride: int = 1):
    x = given = keras.Input((None, None, inputs))
    x = norm("norm")(conv(x, outputs, "conv", kernel, stride))
    return keras.Model(given, layers.ReLU(name="relu")(x), name=name)


def block(name: str, width: int):
    x = given = keras.Input((None, None, width))
    x = layers.ReLU(name="relu1")(norm("norm1")(conv(x, width, "conv1")))
    x = norm("norm2")(conv(x, width, "conv2"))
    x = layers.ReLU(name="relu2")(layers.Add(name="add")([x, given]))
    return keras.Model(given, x, name=name)


def demo_net(weights: dict[str, np.ndarray]) -> keras.Model:
    """The network of model.py, its modules nested models of the same names, channels last."""
    x = given = keras.Input((None, None, 3), name="photo")
    for part in (
        conv_norm("stem", 3, 32, stride=2),
        conv_norm("down1", 32, 64, stride=2),
        block("block1", 64),
        conv_norm("down2", 64, 144, stride=2),
        block("block2", 144),
        block("block3", 144),
        conv_norm("expand", 144, 256, kernel=1),
        layers.GlobalAveragePooling2D(name="pool"),
        layers.Dense(10, name="fc"),
    ):
        x = part(x)
    net = keras.Model(given, x, name="imagenette_cnn")
    for part in net.layers:
        for layer in part.layers if isinstance(part, keras.Model) else [part]:
            if layer.weights:
                path = layer.name if layer is part else f"{part.name}.{layer.name}"
                layer.set_weights(of(path, weights))
    return net


def of(path: str, weights: dict[str, np.ndarray]) -> list[np.ndarray]:
    """A module's weights in the order, and with the axes, of Keras."""
    names = ("weight", "bias", "running_mean", "running_var")
    found = [weights[f"{path}.{name}"] for name in names if f"{path}.{name}" in weights]
    axes = {4: (2, 3, 1, 0), 2: (1, 0), 1: (0,)}[found[0].ndim]
    return [found[0].transpose(axes), *found[1:]]


def expected(x: np.ndarray, w: dict[str, np.ndarray]) -> np.ndarray:
    """The network of model.py once more, in NumPy, channels first: what PyTorch computes."""

    def conv(x, path, stride=1):
        kernel = w[path + ".weight"]
        side = kernel.shape[-1]
        x = np.pad(x, [(0, 0), (0, 0), (side // 2,) * 2, (side // 2,) * 2])
        windows = np.lib.stride_tricks.sliding_window_view(x, (side, side), (2, 3))
        windows = windows[:, :, ::stride, ::stride]
        return np.einsum("nchwij,ocij->nohw", windows, kernel, optimize=True)

    def norm(x, path):
        scale = w[path + ".weight"] / np.sqrt(w[path + ".running_var"] + 1e-5)
        shift = w[path + ".bias"] - w[path + ".running_mean"] * scale
        return x * scale[:, None, None] + shift[:, None, None]

    def conv_norm(x, path, stride=1):
        return np.maximum(norm(conv(x, path + ".conv", stride), path + ".norm"), 0)

    def block(x, path):
        y = np.maximum(norm(conv(x, path + ".conv1"), path + ".norm1"), 0)
        return np.maximum(norm(conv(y, path + ".conv2"), path + ".norm2") + x, 0)

    w = {name: value.astype(np.float64) for name, value in w.items()}
    x = conv_norm(conv_norm(x.astype(np.float64), "stem", 2), "down1", 2)
    x = conv_norm(block(x, "block1"), "down2", 2)
    x = conv_norm(block(block(x, "block2"), "block3"), "expand")
    return x.mean((2, 3)) @ w["fc.weight"].T + w["fc.bias"]


def save(net: keras.Model, folder: Path) -> None:
    """As `net.export` does, but with every weight once: Keras writes a second copy, which no loader
    reads."""
    shutil.rmtree(folder, ignore_errors=True)
    kept = tf.Module(name=net.name)
    kept.weights = [variable.value for variable in net.variables]
    spec = tf.TensorSpec((None, None, None, 3), tf.float32, "photo")
    serve = tf.function(lambda photo: {"logits": net(photo, training=False)})
    tf.saved_model.save(kept, str(folder), serve.get_concrete_function(spec))
    # A random number, and an empty folder.
    (folder / "fingerprint.pb").unlink()
    (folder / "assets").rmdir()
    trim(folder / "saved_model.pb")


def trim(file: Path) -> None:
    """Leaves out what a loader works out by itself, the function that saves the variables again, and
    where the code was that built it all; writes maps in the order of their keys, so that the same
    weights give the same bytes."""
    parsed = saved_model_pb2.SavedModel.FromString(file.read_bytes())
    for graph in parsed.meta_graphs:
        saver = graph.saver_def.save_tensor_name.split(":")[0]
        (node,) = [node for node in graph.graph_def.node if node.name == saver]
        functions = graph.graph_def.library.function
        (function,) = [f for f in functions if f.signature.name == node.attr["f"].func.name]
        functions.remove(function)
        graph.graph_def.node.remove(node)
        # Some loaders want one; this one saves nothing.
        graph.saver_def.save_tensor_name = graph.saver_def.filename_tensor_name
        nodes = [*graph.graph_def.node]
        for function in graph.graph_def.library.function:
            nodes += function.node_def
        for node in nodes:
            node.ClearField("experimental_debug_info")
            node.attr.pop("_output_shapes", None)
    file.write_bytes(parsed.SerializeToString(deterministic=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=HERE, help="folder to write to")
    args = parser.parse_args()
    weights = load_file(HERE / "imagenette-cnn.safetensors")
    folder = args.out / "imagenette-cnn-savedmodel"
    save(demo_net(weights), folder)
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    if size >= LARGEST:
        raise SystemExit(f"{folder} has {size} bytes, the limit is {LARGEST}")

    # 72 rows: what is rounded at the edge must be rounded as PyTorch does.
    probe = np.random.Generator(np.random.PCG64(0)).standard_normal((2, 3, 72, 160))
    probe = probe.astype(np.float32)
    call = tf.saved_model.load(str(folder)).signatures["serving_default"]
    found = call(photo=tf.constant(probe.transpose(0, 2, 3, 1)))["logits"].numpy()
    off = np.abs(found - expected(probe, weights)).max()
    if off > 1e-5:
        raise SystemExit(f"logits differ by {off:.1e}")
    print(f"{folder.name}: {size} bytes, logits differ by {off:.1e}")


if __name__ == "__main__":
    main()
