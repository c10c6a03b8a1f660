package io.github.gradcam.tf.internal.gradient;

import static java.util.Map.entry;

import java.util.Map;
import org.tensorflow.Output;

/** Images made larger or smaller. */
final class Resizing {

  static final Map<String, Vjp> ALL =
      Map.ofEntries(
          entry("ResizeBilinear", (step, input) -> mixed(step, "ResizeBilinearGrad")),
          entry("ResizeBicubic", (step, input) -> mixed(step, "ResizeBicubicGrad")),
          entry("ResizeNearestNeighbor", (step, input) -> nearest(step)));

  private Resizing() {}

  /** The node asks for the images and looks at their size only: zeros do, and nothing is kept. */
  private static Output<?> mixed(Step step, String type) {
    return step.emit()
        .node(type)
        .with(step.dy(), step.emit().zeros(step.x(0)))
        .copy(step, "align_corners", "half_pixel_centers")
        .make();
  }

  private static Output<?> nearest(Step step) {
    Emitter emit = step.emit();
    Output<?> size = emit.op("Slice", emit.shape(step.x(0)), emit.integers(1), emit.integers(2));
    return emit.node("ResizeNearestNeighborGrad")
        .with(step.dy(), size)
        .copy(step, "align_corners", "half_pixel_centers")
        .make();
  }
}
