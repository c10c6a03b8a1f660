package io.github.gradcam.djl.internal.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.gradcam.djl.internal.head.HeadProgram;
import io.github.gradcam.djl.internal.head.Order;
import io.github.gradcam.djl.internal.head.Slices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The program that computes one layer's activations, loaded.
 *
 * <p>The library lays weights out for the images they will meet. In channels-last order the first
 * shapes that come have weights of their own, and go in slices where they are wide; whatever comes
 * then has those that suit everything.
 */
final class Head {

  private static final String FORWARD = "forward";
  private static final int MOST_SHAPES = 2;

  private final HeadProgram program;
  private final Script script;
  private final Function<byte[], Script> loader;
  private final Kernels kernels;
  private final Map<Shape, Ready> fitted = new ConcurrentHashMap<>();
  private volatile @Nullable Ready general;

  Head(HeadProgram program, Function<byte[], Script> loader, Kernels kernels) {
    this.program = program;
    this.script = loader.apply(program.archive());
    this.loader = loader;
    this.kernels = kernels;
  }

  /**
   * What runs.
   *
   * @param script the program, or one that takes its images in slices
   * @param given the tensors that it is given
   */
  private record Ready(Script script, List<NDArray> given) {}

  /** In which order its numbers lie. */
  Order order() {
    return program.order();
  }

  /** The activations, without a graph. */
  NDArray run(NDManager manager, NDArray images) {
    Ready ready = ready(images);
    List<NDArray> arguments = new ArrayList<>(List.of(images));
    arguments.addAll(ready.given());
    return ready.script().run(manager, FORWARD, arguments).get(0);
  }

  private Ready ready(NDArray images) {
    Ready known = fitted.get(images.getShape());
    if (known != null) {
      return known;
    } else if (order() == Order.BLOCKED || fitted.size() >= MOST_SHAPES) {
      return general();
    }
    return fitted.computeIfAbsent(images.getShape(), shape -> fitting(images));
  }

  private Ready general() {
    Ready known = general;
    if (known == null) {
      // Whoever else makes it at the same time is given the same tensors.
      known = new Ready(script, kernels.general(program, script));
      general = known;
    }
    return known;
  }

  private Ready fitting(NDArray images) {
    List<List<Long>> sizes = kernels.sizes(program, script, images);
    return Slices.of(program, sizes)
        .map(
            slices ->
                new Ready(
                    loader.apply(program.archive(slices)),
                    kernels.fitted(program, script, slices.cut(program, sizes))))
        .orElseGet(() -> new Ready(script, kernels.fitted(program, script, sizes)));
  }
}
