package io.github.gradcam.djl.internal.block;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import io.github.gradcam.djl.internal.engine.EngineMode;
import io.github.gradcam.error.UnsupportedOperationInModelException;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Copies of parameters, as they were at one moment. They take no gradients and never change.
 *
 * @param arrays by parameter, compared by identity
 */
record Weights(Map<Parameter, NDArray> arrays) {

  /** Copies all of them into a manager. */
  static Weights copy(Survey survey, NDManager manager) {
    Map<Parameter, NDArray> copies = new IdentityHashMap<>();
    Device device = manager.getDevice();
    try (EngineMode mode = EngineMode.plain()) {
      for (Parameter parameter : survey.parameters().keySet()) {
        NDArray array = parameter.getArray();
        NDArray copy =
            array.getDevice().equals(device) ? array.duplicate() : array.toDevice(device, true);
        copy.attach(manager);
        copies.put(parameter, copy);
      }
    }
    return new Weights(copies);
  }

  /** The same numbers under another owner. */
  NDArray view(Parameter parameter, NDManager owner) {
    NDArray copy = arrays.get(parameter);
    if (copy == null) {
      throw new UnsupportedOperationInModelException(
          "A block asks for the parameter \""
              + parameter.getName()
              + "\", which no block of the network has registered, so that it has not been copied."
              + " Register it with addParameter(…), or its block with addChildBlock(…).");
    }
    NDArray view = copy.stopGradient();
    view.attach(owner);
    return view;
  }
}
