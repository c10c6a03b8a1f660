"""Structures for which a file is edited, or which come about another way than one traced function."""

import numpy as np
import tensorflow as tf
import tf_keras

from keras_structures import Builder
from module_structures import CLASSES, SHAPE, Net, plain
from settle import generator, levels, normal, settle

import archives
import taps
import ways

SPEC = tf.TensorSpec((None, *SHAPE), tf.float32, "image")
LAYERS = ["conv", "relu"]


def write(place):
    for make in (two_signatures, other_tag, hub, recursion, late, tf1_ref, tf1_resource, tf1_cond):
        make(place)


def reference(net, x, cotangent, layers=LAYERS):
    """Values of a network that runs at once."""
    net.seen.clear()
    with tf.GradientTape() as tape:
        logits = net(x)
        score = tf.reduce_sum(logits * cotangent)
    gradients = tape.gradient(score, [net.seen[layer] for layer in layers])
    values = {"input": taps.canonical(x), "cotangent": cotangent, "logits": logits.numpy()}
    for layer, gradient in zip(layers, gradients):
        values["act/" + layer] = taps.canonical(net.seen[layer])
        values["grad/" + layer] = taps.canonical(gradient)
    taps.check(values)
    return values


def example(name):
    return tf.constant(normal(name, (2, *SHAPE))), normal(name + "/cotangent", (2, CLASSES))


def run(path, x, signature="serving_default", tags=None):
    loaded = tf.saved_model.load(str(path), tags)
    (output,) = loaded.signatures[signature](x).values()
    return output.numpy()


def two_signatures(place):
    """The scores at once, and another network's under another name; two layers are called `conv`."""
    x, cotangent = example("two-signatures")
    nets = {"serving_default": Net(plain), "other": Net(lambda net, x: plain(net, -2.0 * x))}
    path = place.fresh("two-signatures")
    found = reference(nets["serving_default"], x, cotangent)
    found |= {"other/" + k: v for k, v in reference(nets["other"], x, cotangent).items()}
    holder = tf.Module()
    holder.nets = list(nets.values())
    trace = lambda net: tf.function(lambda x: net(x)).get_concrete_function(SPEC)
    calls = {name: trace(net) for name, net in nets.items()}
    tf.saved_model.save(holder, str(path), calls)
    archives.lean(path)
    ways.same(run(path, x, "other"), found["other/logits"])
    place.done("two-signatures", ways.same(run(path, x), found["logits"]))
    place.values("two-signatures", found)


def saved(place, name, edit):
    """A plain network, its file edited."""
    x, cotangent = example(name)
    net = Net(plain)
    found = reference(net, x, cotangent)
    path = place.fresh(name)
    tf.saved_model.save(net, str(path), tf.function(lambda x: net(x)).get_concrete_function(SPEC))
    archives.lean(path)
    parsed = archives.parse(path)
    edit(parsed)
    archives.put(path, parsed)
    return path, x, found


def other_tag(place):
    """Tags that are not `serve`."""
    def edit(parsed):
        parsed.meta_graphs[0].meta_info_def.tags[:] = ["infer", "gpu"]

    path, x, found = saved(place, "other-tag", edit)
    place.done("other-tag", ways.same(run(path, x, tags=["infer", "gpu"]), found["logits"]))
    place.values("other-tag", found)


def late(place):
    """An operator that no TensorFlow knows, as a file of a later one would have."""
    def edit(parsed):
        for function in parsed.meta_graphs[0].graph_def.library.function:
            for node in function.node_def:
                if node.op == "Relu":
                    node.op = "ReluOfTomorrow"
        parsed.meta_graphs[0].meta_info_def.tensorflow_version = "9.9.0"

    saved(place, "unknown-operator", edit)
    place.done("unknown-operator")


def hub(place):
    """A model that was loaded, and saved again within another: layers are two calls deep."""
    tf_keras.backend.clear_session()
    b = Builder(tf_keras)
    given = b.input()
    base = b.layers.ReLU(name="relu")(b.layers.BatchNormalization(name="bn")(b.conv("conv")(given)))
    base = tf_keras.Model(given, base, name="base")
    x, cotangent = example("hub")
    settle(base, x)
    first = place.fresh("hub-base")
    ways.keras2(base, first)
    loaded = tf.saved_model.load(str(first))
    net = Net(lambda net, x: net.scores(net.base(x)))
    net.base = loaded.signatures["serving_default"]
    net.loaded = loaded
    call = net.base
    net.base = lambda x: next(iter(call(x).values()))
    spec = tf.function(lambda x: net(x)).get_concrete_function(SPEC)
    path = place.fresh("hub")
    tf.saved_model.save(net, str(path), spec)
    archives.lean(path)
    archives.prune(path)
    place.fresh("hub-base")
    head = lambda x: net.scores(base(x, training=False))
    found = taps.look_into(base, x, ["conv", "bn", "relu"], lambda shape: cotangent, run=head)
    place.done("hub", ways.same(run(path, x), found["logits"]))
    place.values("hub", found)


def recursion(place):
    """Two functions that call each other for ever: whoever inlines them never ends."""
    path = place.fresh("recursion")
    last = tf.function(lambda x: tf.tanh(x, name="last"))
    second = tf.function(lambda x: last(x) + x)
    first = tf.function(lambda x: second(tf.nn.relu(x)))
    net = Net(lambda net, x: net.scores(first(net.conv(x, "conv"))))
    tf.saved_model.save(net, str(path), tf.function(lambda x: net(x)).get_concrete_function(SPEC))
    archives.lean(path)
    parsed = archives.parse(path)
    functions = {f.signature.name: f for f in parsed.meta_graphs[0].graph_def.library.function}
    holding = lambda op: next(f for f in functions.values() if any(n.op == op for n in f.node_def))
    outer, inner = holding("Relu"), holding("Tanh")
    changed = 0
    for function in functions.values():
        for node in function.node_def:
            if "f" in node.attr and node.attr["f"].func.name == inner.signature.name:
                node.attr["f"].func.name = outer.signature.name
                changed += 1
    if changed != 1:
        raise AssertionError(f"{changed} calls changed")
    archives.put(path, parsed)
    place.done("recursion")


def tf1_network(x, resource, body=None):
    """In the current graph of TensorFlow 1; gives the scores and the layers."""
    v1 = tf.compat.v1
    seen = {}

    def variable(name, shape):
        scale = np.sqrt(2 / np.prod(shape[:-1])) if len(shape) > 1 else 0.1
        value = levels(generator(name), shape) * np.float32(scale)
        return v1.get_variable(name, initializer=value, use_resource=resource)

    with v1.variable_scope("net"):
        with v1.variable_scope("conv"):
            x = tf.nn.conv2d(x, variable("kernel", (3, 3, 3, 6)), 1, "SAME", name="Conv2D")
            x = seen["net/conv"] = tf.nn.bias_add(x, variable("bias", (6,)), name="BiasAdd")
        with v1.name_scope("relu"):
            x = seen["net/relu"] = tf.nn.relu(x, name="Relu")
        x = body(x) if body else x
        x = tf.reduce_mean(x, [1, 2], name="pool")
        with v1.variable_scope("scores"):
            x = tf.matmul(x, variable("kernel", (6, CLASSES)), name="MatMul")
            x = tf.nn.bias_add(x, variable("bias", (CLASSES,)), name="BiasAdd")
    return x, seen


def tf1(name, resource, save, body=None):
    """Values of a graph, and what `save` does with its session."""
    v1 = tf.compat.v1
    x, cotangent = normal(name, (2, *SHAPE)), normal(name + "/cotangent", (2, CLASSES))
    with tf.Graph().as_default(), v1.Session() as session:
        image = v1.placeholder(tf.float32, (None, *SHAPE), name="image")
        logits, seen = tf1_network(image, resource, body)
        session.run(v1.global_variables_initializer())
        save(session, image, logits)
        # After it, so that the file has no way back in it.
        gradients = tf.gradients(logits, list(seen.values()), tf.constant(cotangent))
        logits, acts, gradients = session.run([logits, list(seen.values()), gradients], {image: x})
    found = {"input": taps.canonical(x), "cotangent": cotangent, "logits": logits}
    for layer, act, gradient in zip(seen, acts, gradients):
        found |= {"act/" + layer: taps.canonical(act), "grad/" + layer: taps.canonical(gradient)}
    taps.check(found)
    return tf.constant(x), found


def tf1_saved(place, name, resource):
    path = place.fresh(name)
    simple = lambda session, image, logits: tf.compat.v1.saved_model.simple_save(
        session, str(path), {"image": image}, {"logits": logits})
    x, found = tf1(name, resource, simple)
    archives.tidy(path)
    place.done(name, ways.same(run(path, x), found["logits"]))
    place.values(name, found)


def tf1_ref(place):
    """A SavedModel of TensorFlow 1, whose variables are references."""
    tf1_saved(place, "tf1-ref", False)


def tf1_resource(place):
    """The same with resources."""
    tf1_saved(place, "tf1-resource", True)


def tf1_cond(place):
    """A frozen graph with a branch as TensorFlow 1 wrote it: Switch and Merge."""
    v1 = tf.compat.v1
    path = place.fresh("tf1-cond.pb")

    def freeze(session, image, logits):
        graph = v1.graph_util.convert_variables_to_constants(
            session, session.graph.as_graph_def(), [logits.op.name])
        ways.write_graph(path, graph)

    branch = lambda x: v1.cond(tf.reduce_mean(x) > 0.1, lambda: 2.0 * x, lambda: x - 1.0, name="either")
    v1.disable_control_flow_v2()
    x, found = tf1("tf1-cond", False, freeze, branch)
    v1.enable_control_flow_v2()
    output = ways.run_frozen(path, x.numpy(), "image:0", "net/scores/BiasAdd:0")
    place.done("tf1-cond.pb", ways.same(output, found["logits"]))
    place.values("tf1-cond", found)
