"""The ways in which people write a network that TensorFlow can load."""

import numpy as np
import tensorflow as tf
from keras.src.export import saved_model_export_archive as archive
from tensorflow.python.framework.convert_to_constants import convert_variables_to_constants_v2

import archives

# Keras 3 lists variables in the order of a set of addresses: another at every run.
unordered = archive._list_variables_used_by_fns
archive._list_variables_used_by_fns = lambda functions: tuple(
    sorted(variables, key=lambda variable: variable.name) for variables in unordered(functions)
)


def keras3(model, path):
    """What Keras 3 recommends for serving."""
    model.export(str(path), verbose=False)
    archives.tidy(path)


def saved3(model, path):
    """TensorFlow's own function on a Keras 3 model, whose variables it does not name."""
    tf.saved_model.save(model, str(path))
    archives.tidy(path)


def keras2(model, path):
    """Keras 2, `model.save` as it was for years."""
    model.save(str(path), save_format="tf", include_optimizer=False)
    archives.tidy(path)


def served(path):
    """Leaves out what Keras 2 writes for itself alone: a trace of every layer, twice, its own
    description of the model, and the objects for Python that refer to them."""
    (path / "keras_metadata.pb").unlink()
    archives.prune(path)


def frozen(model, path):
    """A Keras 2 model as one file, the variables in it as constants."""
    given = [tf.TensorSpec(tensor.shape, tensor.dtype, "x") for tensor in model.inputs]
    call = tf.function(lambda x: model(x, training=False)).get_concrete_function(*given)
    write_graph(path, convert_variables_to_constants_v2(call).graph.as_graph_def())


def write_graph(path, graph_def):
    for nodes in [graph_def.node, *(f.node_def for f in graph_def.library.function)]:
        for node in nodes:
            node.ClearField("experimental_debug_info")
    path.write_bytes(graph_def.SerializeToString(deterministic=True))


def tf1(build, input_shape, path):
    """As TensorFlow 1 built, trained and froze: a graph, variables in a session, one file."""
    v1 = tf.compat.v1
    graph = tf.Graph()
    with graph.as_default(), v1.Session(graph=graph) as session:
        x = v1.placeholder(tf.float32, (None, *input_shape), name="input")
        make = lambda name, value: v1.get_variable(name, initializer=value, use_resource=False)
        output = tf.identity(build(x, make), name="logits")
        session.run(v1.global_variables_initializer())
        constant = v1.graph_util.convert_variables_to_constants(session, graph.as_graph_def(), ["logits"])
    write_graph(path, constant)


def run_saved(path, x):
    """What TensorFlow computes with a SavedModel of one input and one output."""
    loaded = tf.saved_model.load(str(path))
    call = loaded.signatures["serving_default"]
    (name,) = call.structured_input_signature[1]
    (output,) = call(**{name: tf.constant(x)}).values()
    return output.numpy()


def run_frozen(path, x, given, output):
    """What it computes with a frozen graph."""
    graph_def = tf.compat.v1.GraphDef()
    graph_def.ParseFromString(path.read_bytes())
    with tf.Graph().as_default() as graph, tf.compat.v1.Session(graph=graph) as session:
        tf.import_graph_def(graph_def, name="")
        return session.run(output, {given: x})


def same(found, expected, tolerance=5e-6):
    """The largest difference, relative to the largest number; more than the tolerance is an error."""
    found, expected = np.asarray(found, np.float64), np.asarray(expected, np.float64)
    off = np.abs(found - expected).max() / max(np.abs(expected).max(), 1e-30)
    if not off <= tolerance:
        raise AssertionError(f"differs by {off:.1e} of the largest number")
    return off
