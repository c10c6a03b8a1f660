package io.github.gradcam.djl.internal.block;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SymbolBlock;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtSymbolBlock;
import io.github.gradcam.error.ModelOpenException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a tree of blocks holds, looked at without touching it.
 *
 * @param parameters the parameters, by identity, with their addresses
 * @param scripts the TorchScript networks in it
 */
record Survey(Map<Parameter, String> parameters, List<PtSymbolBlock> scripts) {

  static Survey of(Block root) {
    Survey survey = new Survey(new IdentityHashMap<>(), new ArrayList<>());
    survey.look("", root);
    return survey;
  }

  /** Where its parameters are, if it has any; empty if only TorchScript networks have them. */
  Optional<Device> device() {
    return parameters.keySet().stream().findFirst().map(p -> p.getArray().getDevice());
  }

  private void look(String path, Block block) {
    if (block instanceof Tap tap) {
      look(path, tap.inner());
    } else if (block instanceof PtSymbolBlock script) {
      // Its parameters are not asked for: the block would make arrays of its own for the answer.
      Scripts.requireOpen(path, script);
      scripts.add(script);
    } else if (block instanceof SymbolBlock) {
      throw foreign(path, "is a " + block.getClass().getSimpleName());
    } else {
      block.getDirectParameters().forEach(p -> look(Paths.join(path, p.getKey()), p.getValue()));
      block.getChildren().forEach(c -> look(Paths.join(path, c.getKey()), c.getValue()));
    }
  }

  private void look(String path, Parameter parameter) {
    if (!parameter.isInitialized()) {
      throw new ModelOpenException(
          "The parameter \""
              + path
              + "\" has no values yet: the network has neither been initialized nor loaded. Call"
              + " block.initialize(manager, DataType.FLOAT32, shape), or load or train it first.");
    }
    NDArray array = parameter.getArray();
    if (!(array instanceof PtNDArray)) {
      throw foreign(path, "is an array of " + array.getManager().getEngine().getEngineName());
    }
    if (array.isReleased()) {
      throw Paths.closed(path);
    }
    DataType type = array.getDataType();
    if (type.isFloating() && type != DataType.FLOAT32) {
      throw new ModelOpenException(
          "The parameter \""
              + path
              + "\" is "
              + type
              + ", but inputs and activations are float32 here. Initialize the network with"
              + " DataType.FLOAT32.");
    }
    parameters.put(parameter, path);
  }

  private static ModelOpenException foreign(String path, String what) {
    return new ModelOpenException(
        (path.isEmpty() ? "The network" : "\"" + path + "\"")
            + " "
            + what
            + ", of another engine than PyTorch, which alone gives gradients here. Make the network"
            + " with Model.newInstance(name, \"PyTorch\"), or open its file with a gradcam backend of"
            + " that engine.");
  }
}
