package io.github.gradcam.djl.internal.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.gradcam.djl.internal.head.HeadProgram;
import io.github.gradcam.djl.internal.head.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The program that computes one layer's activations, loaded.
 *
 * <p>The library lays weights out for the images they will meet. In channels-last order the first
 * shapes that come have weights of their own; whatever comes then has those that suit everything.
 */
final class Head {

  private static final String FORWARD = "forward";
  private static final int MOST_SHAPES = 2;

  private final HeadProgram program;
  private final Script script;
  private final Kernels kernels;
  private final Map<Shape, List<NDArray>> fitted = new ConcurrentHashMap<>();

  Head(HeadProgram program, Script script, Kernels kernels) {
    this.program = program;
    this.script = script;
    this.kernels = kernels;
  }

  /** In which order its numbers lie. */
  Order order() {
    return program.order();
  }

  /** The activations, without a graph. */
  NDArray run(NDManager manager, NDArray images) {
    List<NDArray> arguments = new ArrayList<>(List.of(images));
    arguments.addAll(given(images));
    return script.run(manager, FORWARD, arguments).get(0);
  }

  private List<NDArray> given(NDArray images) {
    List<NDArray> known = fitted.get(images.getShape());
    if (known != null) {
      return known;
    } else if (fitted.size() >= MOST_SHAPES) {
      return kernels.general(program, script);
    }
    List<NDArray> made =
        order() == Order.BLOCKED
            ? kernels.general(program, script)
            : kernels.fitted(program, script, images);
    fitted.put(images.getShape(), made);
    return made;
  }
}
