package io.github.gradcam.djl.internal.block;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What blocks are given as their store in a pass of ours: it hands out the copies of their
 * parameters, and tells the pass when a tap is reached.
 */
final class FrozenStore extends ParameterStore {

  private final Weights weights;
  private final Trace trace;
  private final NDManager manager;
  private final Map<Parameter, NDArray> views = new IdentityHashMap<>();

  FrozenStore(NDManager manager, Weights weights, Trace trace) {
    super(manager, false);
    this.manager = manager;
    this.weights = weights;
    this.trace = trace;
  }

  /**
   * The copy of a parameter, as an array of this pass: what is computed of it belongs to the pass,
   * too, and a block that closes it closes no other's.
   */
  @Override
  public @Nullable NDArray getValue(
      @Nullable Parameter parameter, Device device, boolean training) {
    return parameter == null
        ? null
        : views.computeIfAbsent(parameter, key -> weights.view(key, manager));
  }

  NDList reached(Tap tap, NDList inputs) {
    return trace.reached(tap, inputs);
  }
}
