package io.github.gradcam.djl.internal.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.ParameterList;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Device;
import java.nio.file.Path;
import java.util.List;

/** The network as the engine holds it. Its methods may run in any number of threads at once. */
public final class Network {

  private final NDManager manager;
  private final PtSymbolBlock block;
  private final Lifetime lifetime;

  private Network(NDManager manager, PtSymbolBlock block) {
    this.manager = manager;
    this.block = block;
    this.lifetime =
        new Lifetime(
            () -> {
              block.close();
              manager.close();
            });
  }

  /** Loads an archive, in evaluation mode, with parameters that take no gradients. */
  public static Network load(Path archive, Device device) {
    PtNDManager manager = (PtNDManager) Devices.engine().newBaseManager(Devices.toEngine(device));
    try {
      PtSymbolBlock block =
          JniUtils.loadModule(manager, archive, true, new String[0], new String[0], true);
      JniUtils.enableInferenceMode(block);
      block.freezeParameters(true);
      requireFloat32(block);
      return new Network(manager, block);
    } catch (ai.djl.engine.EngineException failed) {
      manager.close();
      throw new ModelOpenException(
          "PyTorch cannot load the TorchScript archive: " + EngineErrors.lastLine(failed) + ".",
          failed);
    } catch (RuntimeException | Error failed) {
      manager.close();
      throw failed;
    }
  }

  private static void requireFloat32(PtSymbolBlock block) {
    block
        .getParameters()
        .forEach(
            parameter -> {
              DataType type = parameter.getValue().getArray().getDataType();
              if (type.isFloating() && type != DataType.FLOAT32) {
                throw new ModelOpenException(
                    "The network's weights are "
                        + type
                        + " (\""
                        + parameter.getKey()
                        + "\"), but inputs and activations are float32 here. Export it after"
                        + " model.float().");
              }
            });
  }

  Lifetime lifetime() {
    return lifetime;
  }

  /** Closes it, as soon as nobody uses it. */
  public void close() {
    lifetime.close();
  }

  /** A manager for the arrays of one pass. */
  NDManager newManager() {
    return manager.newSubManager();
  }

  /** The parameters and buffers, by name. */
  ParameterList parameters() {
    return block.getParameters();
  }

  /**
   * Runs a method.
   *
   * @param owner what will own the results
   * @param method its name
   * @param arguments the arguments in order; those of one name that ends in {@code []} make a list
   */
  List<NDArray> run(NDManager owner, String method, List<NDArray> arguments) {
    try (NDArray name = owner.create(0)) {
      name.setName("module_method:" + method);
      NDList inputs = new NDList(arguments.size() + 1);
      inputs.add(name);
      inputs.addAll(arguments);
      return IValueUtils.forward(block, inputs, true);
    }
  }
}
