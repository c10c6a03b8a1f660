"""Files that come out the same whenever they are written, and as small as a loader lets them be."""

import io
import shutil
import zipfile
from pathlib import Path

import numpy as np
from tensorflow.core.protobuf import saved_model_pb2

EPOCH = (1980, 1, 1, 0, 0, 0)


def write_npz(path, arrays):
    """Arrays as numpy.load reads them; numbers become float32, which is what the tests read."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            data = io.BytesIO()
            np.lib.format.write_array(data, np.ascontiguousarray(array, dtype="<f4"), version=(1, 0))
            entry = zipfile.ZipInfo(name + ".npy", EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data.getvalue(), compresslevel=9)


def parse(folder):
    parsed = saved_model_pb2.SavedModel()
    parsed.ParseFromString((Path(folder) / "saved_model.pb").read_bytes())
    return parsed


def put(folder, parsed):
    """With maps in the order of their keys: Python writes them in any."""
    (Path(folder) / "saved_model.pb").write_bytes(parsed.SerializeToString(deterministic=True))


def tidy(folder):
    """Removes the fingerprint, which holds a random number, an empty folder of assets, and debug
    information, which holds the paths of the machine; no loader needs them."""
    folder = Path(folder)
    (folder / "fingerprint.pb").unlink(missing_ok=True)
    shutil.rmtree(folder / "debug", ignore_errors=True)
    assets = folder / "assets"
    if assets.is_dir() and not any(assets.iterdir()):
        assets.rmdir()
    parsed = parse(folder)
    for graph in parsed.meta_graphs:
        nodes = list(graph.graph_def.node)
        for function in graph.graph_def.library.function:
            nodes += function.node_def
        for node in nodes:
            node.ClearField("experimental_debug_info")
    put(folder, parsed)


def reached(nodes, functions):
    """The names of the functions that nodes call, and those call."""
    found, waiting = set(), list(nodes)
    while waiting:
        for value in waiting.pop().attr.values():
            for called in [value.func, *value.list.func]:
                if called.name in functions and called.name not in found:
                    found.add(called.name)
                    waiting += functions[called.name].node_def
    return found


def lean(folder):
    """Leaves out, besides, what costs a small file most of its bytes: the function that saves the
    variables again, and the shapes that loaders work out by themselves."""
    parsed = parse(folder)
    for graph in parsed.meta_graphs:
        saver = graph.saver_def.save_tensor_name.split(":")[0]
        functions = graph.graph_def.library.function
        for node in [node for node in graph.graph_def.node if node.name == saver and saver]:
            for function in [f for f in functions if f.signature.name == node.attr["f"].func.name]:
                functions.remove(function)
            graph.graph_def.node.remove(node)
        # Python wants one; this one saves nothing.
        graph.saver_def.save_tensor_name = graph.saver_def.filename_tensor_name
        for nodes in [graph.graph_def.node, *(f.node_def for f in functions)]:
            for node in nodes:
                node.attr.pop("_output_shapes", None)
    put(folder, parsed)
    tidy(folder)


def prune(folder):
    """Leaves out functions that nothing calls, and the objects for Python that name them."""
    parsed = parse(folder)
    for graph in parsed.meta_graphs:
        graph.ClearField("object_graph_def")
        functions = {f.signature.name: f for f in graph.graph_def.library.function}
        kept = reached(graph.graph_def.node, functions)
        del graph.graph_def.library.function[:]
        graph.graph_def.library.function.extend(f for name, f in functions.items() if name in kept)
    put(folder, parsed)
