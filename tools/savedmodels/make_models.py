#!/usr/bin/env python3
"""Writes networks of keras.applications and a few others as TensorFlow saves them, with what
TensorFlow in Python computes at some of their layers.

usage: make_models.py --out DIRECTORY [--only NAME]...      (names: those of nets.py, and SlimNet)
       make_models.py --names                               (prints them)

Weights are random, but no batch norm is an identity. A network is written as <name>-<way>, the
ways being those of ways.py, with <name>-<way>.npz beside it. Files end in a softmax, but for
RegNet; `logits` are what goes into it. What is there is not made again.
"""

import argparse
import os
import shutil
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras
import numpy as np
import tensorflow as tf
import tf_keras

import archives
import nets
import taps
import ways
from settle import generator, leaves, levels, normal, settle

# With it, TensorFlow cannot run grouped convolutions on a processor.
tf.config.optimizer.set_experimental_options({"remapping": False})

BATCH = 2


def inputs(name, side, colours):
    rng = generator(name)
    shape = (BATCH, side, side, 3)
    # Few levels here, too: what is said of weights in settle.py.
    return (rng.integers(0, 256, shape) if colours else levels(rng, shape)).astype(np.float32)


def values(name, net, model, layers):
    """What the model computes without its softmax."""
    x = tf.constant(inputs(name, net.side, net.colours))
    settle(model, x)
    with taps.scores(model):
        found = taps.look_into(model, x, layers, lambda shape: normal(name + "/cotangent", shape))
    return found | {"layers": np.float32(len(list(leaves(model))))}


def compare(path, found, softmax):
    """The written file must give what the model does."""
    x = np.moveaxis(found["input"], 1, -1)
    frozen = path.suffix == ".pb"
    output = ways.run_frozen(path, x, "x:0", "Identity:0") if frozen else ways.run_saved(path, x)
    expected = found["logits"]
    if softmax:
        expected = np.exp(expected - expected.max(1, keepdims=True))
        expected /= expected.sum(1, keepdims=True)
    return ways.same(taps.canonical(output), expected, 1e-4)


def ends_in_softmax(model):
    """All do but RegNet, which leaves out the one that it is asked for."""
    activation = getattr(model.layers[-1], "activation", None)
    return activation is None or activation.__name__ != "linear"


def write(out, name):
    net = nets.NETS[name]
    for library, its in ((keras, ("keras3", "saved3")), (tf_keras, ("keras2", "frozen"))):
        if library is keras and not net.keras3:
            continue
        missing = [way for way in its if not (out / f"{name}-{way}.npz").exists()]
        if not missing:
            continue
        library.backend.clear_session()
        model = nets.build(library, name)
        layers = net.keras2 if library is tf_keras and net.keras2 else net.layers
        found = values(name, net, model, layers)
        for way in missing:
            path = out / f"{name}-{way}{'.pb' if way == 'frozen' else ''}"
            shutil.rmtree(path, ignore_errors=True)
            getattr(ways, way)(model, path)
            off = compare(path, found, ends_in_softmax(model))
            print(f"{path.name}: differs by {off:.1e}", flush=True)
            # Last, so that what has values is whole.
            archives.write_npz(out / f"{name}-{way}.npz", found)


def write_slim(out):
    if (out / "SlimNet-tf1.npz").exists():
        return
    x = inputs("SlimNet", 64, False)
    found = {}

    def variable(make):
        def of(name, shape):
            scope = tf.compat.v1.get_variable_scope().name
            scale = np.sqrt(2 / np.prod(shape[:-1])) if len(shape) > 1 else 0.1
            return make(name, levels(generator(scope + name), shape) * np.float32(scale))

        return of

    def build(given, make):
        logits, seen = nets.slim(given, variable(make))
        v1 = tf.compat.v1
        cotangent = normal("SlimNet/cotangent", (BATCH, 10))
        gradients = tf.gradients(logits, list(seen.values()), tf.constant(cotangent))
        with v1.Session() as session:
            session.run(v1.global_variables_initializer())
            computed = session.run([logits, list(seen.values()), gradients], {given: x})
        found.update(input=taps.canonical(x), cotangent=cotangent, logits=computed[0])
        for layer, act, grad in zip(seen, computed[1], computed[2]):
            found["act/" + layer], found["grad/" + layer] = taps.canonical(act), taps.canonical(grad)
        return given.graph.get_tensor_by_name("SlimNet/Predictions:0")

    path = out / "SlimNet-tf1.pb"
    ways.tf1(build, (64, 64, 3), path)
    taps.check(found)
    softmax = np.exp(found["logits"]) / np.exp(found["logits"]).sum(1, keepdims=True)
    off = ways.same(ways.run_frozen(path, x, "input:0", "logits:0"), softmax)
    print(f"{path.name}: differs by {off:.1e}", flush=True)
    archives.write_npz(out / "SlimNet-tf1.npz", found)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path)
    parser.add_argument("--only", action="append")
    parser.add_argument("--names", action="store_true")
    given = parser.parse_args()
    if given.names:
        print(*nets.NETS, "SlimNet", sep="\n")
        return
    if not given.out:
        parser.error("--out is missing")
    given.out.mkdir(parents=True, exist_ok=True)
    for name in given.only or [*nets.NETS, "SlimNet"]:
        write_slim(given.out) if name == "SlimNet" else write(given.out, name)


if __name__ == "__main__":
    main()
