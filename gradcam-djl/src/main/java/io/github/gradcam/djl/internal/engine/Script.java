package io.github.gradcam.djl.internal.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import java.util.List;

/**
 * A loaded TorchScript module whose methods can be run, in any number of threads at once.
 *
 * @param block the module
 */
record Script(PtSymbolBlock block) {

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
