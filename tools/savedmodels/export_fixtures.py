#!/usr/bin/env python3
"""Writes the networks of the conformance kit as files of TensorFlow, for the tests of gradcam-tf.

Each comes in six ways (ways.py), named <network>-<way>: `keras3`, `saved3`, `keras2` and `module`
are SavedModels, `frozen` and `tf1` are one .pb each. What they compute is compared with what PyTorch
computed for the kit.

usage: export_fixtures.py [repository]      (default: the one this file is in)
"""

import os
import shutil
import sys
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
if os.environ.get("PYTHONHASHSEED") != "0":
    # Some names in a SavedModel come in the order of a set.
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})
import keras
import numpy as np
import tensorflow as tf
import tf_keras

import archives
import kit
import ways

ROOT = Path(sys.argv[1]) if len(sys.argv) > 1 else kit.ROOT
TARGET = ROOT / "gradcam-tf/src/test/resources"


class Module(tf.Module):
    """A network without Keras: variables of its own and a traced function."""

    def __init__(self, name):
        super().__init__(name=name.replace("-", "_"))
        self.network = name
        self.parameters = {}
        self(tf.zeros((1, *(size or 4 for size in kit.INPUTS[name]))))

    def variable(self, name, value):
        if name not in self.parameters:
            with tf.name_scope(""):
                self.parameters[name] = tf.Variable(value, name=name)
        return self.parameters[name]

    def __call__(self, x):
        return kit.graph_network(self.network, x, self.variable)


def module(name, path):
    made = Module(name)
    call = tf.function(lambda image: {"logits": made(image)})
    spec = tf.TensorSpec((None, *kit.INPUTS[name]), tf.float32, "image")
    tf.saved_model.save(made, str(path), call.get_concrete_function(spec))
    archives.tidy(path)


def closed_form_logits(x):
    """Convolution, ReLU, mean and linear layer, written out."""
    w = kit.Weights("closed-form").arrays
    n, c, h, width = x.shape
    patches = x.reshape(n, c, h // 2, 2, width // 2, 2)
    conv = np.einsum("nchawb,ocab->nohw", patches, w["conv.weight"]) + w["conv.bias"][:, None, None]
    return np.maximum(conv, 0).mean((2, 3)) @ w["fc.weight"].T + w["fc.bias"]


def expected(name):
    """Inputs in TensorFlow's order of axes, and the logits."""
    arrays = np.load(kit.VALUES / f"{name}.npz")
    if name == "closed-form":
        x = np.random.Generator(np.random.PCG64(13)).integers(-8, 8, (2, 2, 4, 8)).astype(np.float32)
        return x.transpose(0, 2, 3, 1), closed_form_logits(x)
    return arrays["inputs"].transpose(0, 2, 3, 1), arrays["logits"]


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in kit.INPUTS:
        x, logits = expected(name)
        for way in ("keras3", "saved3", "keras2", "module", "frozen", "tf1"):
            keras.backend.clear_session()
            tf_keras.backend.clear_session()
            path = TARGET / f"{name}-{way}{'.pb' if way in ('frozen', 'tf1') else ''}"
            shutil.rmtree(path, ignore_errors=True)
            if way in ("keras3", "saved3"):
                getattr(ways, way)(kit.keras_network(keras, name), path)
            elif way in ("keras2", "frozen"):
                getattr(ways, way)(kit.keras_network(tf_keras, name), path)
                if way == "keras2":
                    ways.served(path)
            elif way == "module":
                module(name, path)
            else:
                ways.tf1(lambda x, make: kit.graph_network(name, x, make), kit.INPUTS[name], path)
            if way == "frozen":
                found = ways.run_frozen(path, x, "x:0", "Identity:0")
            elif way == "tf1":
                found = ways.run_frozen(path, x, "input:0", "logits:0")
            else:
                found = ways.run_saved(path, x)
            print(f"{path.name}: differs by {ways.same(found, logits):.1e}")


if __name__ == "__main__":
    main()
