#!/usr/bin/env python3
"""What Grad-CAM costs in Python, as a ratio to a plain forward pass, beside the same in Java.

Writes VGG16, ResNet50 and MobileNetV2 with random weights as SavedModels, runs the Java program
that measures them, and then the same networks with tf-keras-vis and with the recipe of keras.io:
interleaved rounds, medians.

usage: cost.py DIRECTORY [ROUNDS] [-- COMMAND OF THE JAVA PROGRAM ...]
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras
import numpy as np
import tensorflow as tf
from tf_keras_vis.gradcam import Gradcam
from tf_keras_vis.utils.model_modifiers import ReplaceToLinear
from tf_keras_vis.utils.scores import CategoricalScore

NETWORKS = {
    "MobileNetV2": (keras.applications.MobileNetV2, "out_relu"),
    "ResNet50": (keras.applications.ResNet50, "conv5_block3_out"),
    "VGG16": (keras.applications.VGG16, "block5_conv3"),
}


def network(name):
    keras.utils.set_random_seed(1)
    return NETWORKS[name][0](weights=None)


def recipe(model, layer, images):
    """https://keras.io/examples/vision/grad_cam/, for a batch."""
    inner = recipe.models.setdefault(
        layer, keras.Model(model.inputs, [model.get_layer(layer).output, model.output])
    )
    with tf.GradientTape() as tape:
        activations, predictions = inner(images)
        score = tf.reduce_max(predictions, axis=1)
    gradients = tape.gradient(score, activations)
    weights = tf.reduce_mean(gradients, axis=(1, 2))
    maps = tf.nn.relu(tf.einsum("nhwc,nc->nhw", activations, weights))
    return maps.numpy()


def measure(name, batch, rounds):
    model, layer = network(name), NETWORKS[name][1]
    recipe.models = {}
    images = tf.constant(np.random.default_rng(0).normal(size=(batch, 224, 224, 3)), tf.float32)
    plain = tf.function(model, jit_compile=False)
    linear = network(name)
    peer = Gradcam(linear, model_modifier=ReplaceToLinear(), clone=False)
    score = CategoricalScore([0] * batch)
    kinds = {
        "forward": lambda: plain(images).numpy(),
        "eager forward": lambda: model(images).numpy(),
        "keras.io": lambda: recipe(model, layer, images),
        "tf-keras-vis": lambda: peer(score, images, penultimate_layer=layer),
    }
    times = {kind: [] for kind in kinds}
    for step in range(-max(2, rounds // 5), rounds):
        for kind, run in kinds.items():
            start = time.perf_counter()
            run()
            if step >= 0:
                times[kind].append((time.perf_counter() - start) * 1000)
    forward = statistics.median(times["forward"])
    ratios = " ".join(
        f"{statistics.median(times[k]) / forward:13.3f}" for k in kinds if k != "forward"
    )
    print(f"{name:24} {batch:5} {forward:12.1f} {ratios}", flush=True)


def main():
    arguments = sys.argv[1:]
    command = arguments[arguments.index("--") + 1 :] if "--" in arguments else []
    arguments = arguments[: arguments.index("--")] if "--" in arguments else arguments
    directory = Path(arguments[0])
    rounds = int(arguments[1]) if len(arguments) > 1 else 15
    for name in NETWORKS:
        if not (directory / name).exists():
            network(name).export(directory / name, verbose=False)
    if command:
        subprocess.run(command, check=True)
    print(f"{'network':24} {'batch':>5} {'function, ms':>12} {'eager':>13} {'keras.io':>13} {'tf-keras-vis':>13}")
    for name in NETWORKS:
        for batch in (1, 8):
            measure(name, batch, rounds)


if __name__ == "__main__":
    main()
