package io.github.gradcam.tf.internal.gradient;

import static java.util.Map.entry;

import java.util.Map;
import org.tensorflow.Output;

/** Maxima and means of windows. */
final class Pooling {

  private static final String[] WINDOWS = {"ksize", "strides", "padding", "data_format"};

  static final Map<String, Vjp> ALL =
      Map.ofEntries(
          entry("MaxPool", (step, input) -> max(step)),
          entry("MaxPoolV2", (step, input) -> maxOfTensors(step)),
          entry("MaxPool3D", (step, input) -> maxSolid(step)),
          entry("MaxPoolWithArgmax", (step, input) -> maxAt(step)),
          entry("AvgPool", (step, input) -> mean(step, "AvgPoolGrad")),
          entry("AvgPool3D", (step, input) -> mean(step, "AvgPool3DGrad")));

  private Pooling() {}

  private static Output<?> max(Step step) {
    return step.emit()
        .node("MaxPoolGrad")
        .with(step.x(0), step.y(), step.dy())
        .copy(step, WINDOWS)
        .copy(step, "explicit_paddings")
        .make();
  }

  private static Output<?> maxOfTensors(Step step) {
    return step.emit()
        .node("MaxPoolGradV2")
        .with(step.x(0), step.y(), step.dy(), step.x(1), step.x(2))
        .copy(step, "padding", "data_format")
        .make();
  }

  private static Output<?> maxSolid(Step step) {
    return step.emit()
        .node("MaxPool3DGrad")
        .with(step.x(0), step.y(), step.dy())
        .copy(step, WINDOWS)
        .make();
  }

  private static Output<?> maxAt(Step step) {
    return step.emit()
        .node("MaxPoolGradWithArgmax")
        .with(step.x(0), step.dy(), step.y(1))
        .copy(step, "ksize", "strides", "padding", "include_batch_in_index")
        .make();
  }

  private static Output<?> mean(Step step, String type) {
    return step.emit()
        .node(type)
        .with(step.emit().shape(step.x(0)), step.dy())
        .copy(step, WINDOWS)
        .make();
  }
}
