#!/usr/bin/env python3
"""Writes small SavedModels and graphs, one idea each, with what TensorFlow in Python computes.

usage: make_structures.py [repository]      (default: the one this file is in)

Every network goes to gradcam-tf/src/test/resources/structures, its values beside it as .npz.
"""

import os
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
import other_structures
import taps
import ways
from keras_structures import KERAS, Builder
from module_structures import MODULES, SHAPE, Net, channels_first, jpegs, photo
from place import Place
from settle import generator, normal, settle

ROOT = Path(sys.argv[1]) if len(sys.argv) > 1 else kit.ROOT
# With it, TensorFlow cannot run grouped convolutions on a processor.
tf.config.optimizer.set_experimental_options({"remapping": False})

PLACE = Place(ROOT / "gradcam-tf/src/test/resources/structures")
BATCH = 2
# What half precision leaves of a softmax.
COARSE = {"float16": 2e-2}
# What must not be run here, or gives other numbers every time.
RUN_NOT = ("noisy", "write-file", "nchw", "python-function")


def example(name, given):
    """A batch for an input of a Keras model."""
    shape = (BATCH, *(size or 8 for size in given.shape[1:]))
    kind = tf.as_dtype(given.dtype)
    x = generator(name).integers(0, 256, shape) if kind == tf.uint8 else normal(name, shape)
    return tf.constant(x.astype(kind.as_numpy_dtype))


def structure_of_keras(name, library, build):
    keras.backend.clear_session()
    tf_keras.backend.clear_session()
    model, layers = build(Builder(library))
    if isinstance(model.input, dict):
        x = {key: example(f"{name}/{key}", given) for key, given in model.input.items()}
    else:
        x = example(name, model.input)
    settle(model, x)
    pick = lambda out: out["logits"] if isinstance(out, dict) else out
    with taps.scores(model):
        found = taps.look_into(
            model, x, layers, lambda shape: normal(name + "/cotangent", shape),
            run=lambda x: pick(model(x, training=False)))
    path = PLACE.fresh(name)
    save(path, model, [getattr(v, "value", v) if library is keras else v for v in model.variables],
         lambda image: model(image, training=False), tf.nest.map_structure(spec, model.input))
    call = tf.saved_model.load(str(path)).signatures["serving_default"]
    output = call(**(x if isinstance(x, dict) else {next(iter(call.structured_input_signature[1])): x}))
    got = output["logits"] if "logits" in output else next(iter(output.values()))
    expected = np.asarray(pick(model(x, training=False)))
    PLACE.done(name, ways.same(got, expected, COARSE.get(name, 1e-5)))
    PLACE.values(name, found)


def spec(tensor):
    return tf.TensorSpec((None, *tensor.shape[1:]), tensor.dtype, tensor.name)


def save(path, model, variables, call, given):
    """One signature and every variable once, whichever Keras it is."""
    kept = tf.Module(name=model.name)
    kept.weights = list(variables)
    call = tf.function(call)
    made = call.get_concrete_function(given)
    if isinstance(given, dict):
        wrapped = tf.function(lambda **inputs: call(inputs))
        made = wrapped.get_concrete_function(**given)
    tf.saved_model.save(kept, str(path), made)
    archives.lean(path)


def structure_of_module(name, body, layers):
    """A tf.Module; run at once for the values, traced for the file."""
    net = Net(body)
    if name == "string-input":
        texts = jpegs()
        x, given = tf.constant(texts), tf.TensorSpec((None,), tf.string, "photo")
        (PLACE.folder / f"{name}.txt").write_text("\n".join(texts) + "\n")
    elif name == "nchw":
        x = tf.constant(np.moveaxis(normal(name, (BATCH, *SHAPE)), -1, 1))
        given = tf.TensorSpec((None, 3, 8, 10), tf.float32, "image")
    else:
        x = tf.constant(normal(name, (BATCH, *SHAPE)))
        given = tf.TensorSpec((None, *SHAPE), tf.float32, "image")
    # Whatever is a function in the file is none while values are computed.
    tf.config.run_functions_eagerly(True)
    with tf.GradientTape() as tape:
        # Convolutions with channels first run on no processor: its twin has them last.
        output = channels_first(net, x, "NHWC") if name == "nchw" else net(x)
        logits = output["logits"] if isinstance(output, dict) else output
        direction = normal(name + "/cotangent", logits.shape)
        score = tf.reduce_sum(logits * direction)
    seen = dict(net.seen)
    gradients = tape.gradient(score, [seen[layer] for layer in layers])
    tf.config.run_functions_eagerly(False)
    colours = photo(x) if name == "string-input" else x
    found = {"input": np.asarray(x) if name == "nchw" else taps.canonical(colours)}
    if layers:
        found |= {"cotangent": direction, "logits": logits.numpy()}
    for layer, gradient in zip(layers, gradients):
        found["act/" + layer] = taps.canonical(seen[layer])
        found["grad/" + layer] = taps.canonical(gradient)
    taps.check(found)
    path = PLACE.fresh(name)
    made = tf.function(lambda x: net(x)).get_concrete_function(given)
    tf.saved_model.save(net, str(path), made)
    archives.lean(path)
    if name in RUN_NOT:
        PLACE.done(name)
    else:
        call = tf.saved_model.load(str(path)).signatures["serving_default"]
        output = call(x)
        got = output["logits"] if "logits" in output else next(iter(output.values()))
        PLACE.done(name, ways.same(got, logits, 1e-5))
    PLACE.values(name, found)


def main():
    for name, (library, build) in KERAS.items():
        structure_of_keras(name, keras if library == "keras" else tf_keras, build)
    for name, (body, layers) in MODULES.items():
        structure_of_module(name, body, layers)
    other_structures.write(PLACE)


if __name__ == "__main__":
    main()
