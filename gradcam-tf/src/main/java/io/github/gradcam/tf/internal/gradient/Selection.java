package io.github.gradcam.tf.internal.gradient;

import static java.util.Map.entry;

import java.util.Map;
import org.tensorflow.Output;

/** Operations that let some numbers through and others not. */
final class Selection {

  static final Map<String, Vjp> ALL =
      Map.ofEntries(
          entry("Select", (step, input) -> selected(step, input, "Select", zeros(step))),
          entry(
              "SelectV2",
              (step, input) ->
                  Broadcast.reduced(
                      step,
                      selected(step, input, "SelectV2", step.emit().scalar(0, step.dy())),
                      input)),
          entry("ClipByValue", Selection::clipped));

  private Selection() {}

  private static Output<?> zeros(Step step) {
    return step.emit().op("ZerosLike", step.dy());
  }

  private static Output<?> selected(Step step, int input, String type, Output<?> nothing) {
    return input == 1
        ? step.emit().op(type, step.x(0), step.dy(), nothing)
        : step.emit().op(type, step.x(0), nothing, step.dy());
  }

  /** A number at a bound is not clipped, as in TensorFlow. */
  private static Output<?> clipped(Step step, int input) {
    Emitter emit = step.emit();
    Output<?> isLow = emit.op("Less", step.x(0), step.x(1));
    Output<?> isHigh = emit.op("Greater", step.x(0), step.x(2));
    Output<?> nothing = emit.scalar(0, step.dy());
    Output<?> gradient =
        switch (input) {
          case 0 -> emit.op("SelectV2", emit.op("LogicalOr", isLow, isHigh), nothing, step.dy());
          case 1 -> emit.op("SelectV2", isLow, step.dy(), nothing);
          default -> emit.op("SelectV2", isHigh, step.dy(), nothing);
        };
    return Broadcast.reduced(step, gradient, input);
  }
}
