package io.github.gradcam.tf.internal.gradient;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;

/** Operations that make one number of many. */
final class Reductions {

  static final Map<String, Vjp> ALL =
      Map.ofEntries(
          entry("Sum", (step, input) -> spread(step, step.dy())),
          entry("Mean", (step, input) -> mean(step)),
          entry("Max", (step, input) -> extreme(step)),
          entry("Min", (step, input) -> extreme(step)),
          entry("Prod", (step, input) -> product(step)),
          entry("Cumsum", (step, input) -> cumulative(step)));

  private Reductions() {}

  /** The axes that went, none of them negative. */
  private static Output<?> axes(Step step) {
    Emitter emit = step.emit();
    Output<?> axes = emit.flat(emit.cast(step.x(1), DataType.DT_INT32));
    return emit.op("FloorMod", axes, rank(step));
  }

  private static Output<?> rank(Step step) {
    return step.emit().op("Size", step.emit().shape(step.x(0)));
  }

  private static Output<?> allAxes(Step step) {
    Emitter emit = step.emit();
    return emit.op("Range", emit.integer(0), rank(step), emit.integer(1));
  }

  /** The shape of the output as if the dimensions that went had been kept, at size one. */
  private static Output<?> keptShape(Step step) {
    Emitter emit = step.emit();
    Output<?> axes = axes(step);
    Output<?> ones = emit.op("Fill", emit.shape(axes), emit.integer(1));
    return emit.node("DynamicStitch")
        .withList(List.of(allAxes(step), axes))
        .withList(List.of(emit.shape(step.x(0)), ones))
        .make();
  }

  private static Output<?> kept(Step step, Output<?> reduced) {
    return step.flag("keep_dims") ? reduced : step.emit().reshape(reduced, keptShape(step));
  }

  private static Output<?> spread(Step step, Output<?> reduced) {
    Emitter emit = step.emit();
    return emit.op("BroadcastTo", kept(step, reduced), emit.shape(step.x(0)));
  }

  private static Output<?> mean(Step step) {
    Emitter emit = step.emit();
    Output<?> dy = step.dy();
    Output<?> shape = emit.shape(step.x(0));
    Output<?> count =
        emit.op("Prod", emit.op("GatherV2", shape, axes(step), emit.integer(0)), emit.integer(0));
    // The number of elements of an image may be too large for half precision.
    DataType wide = Numbers.isShort(dy) ? DataType.DT_FLOAT : Numbers.type(dy);
    Output<?> share = emit.op("RealDiv", emit.cast(dy, wide), emit.cast(count, wide));
    return spread(step, emit.cast(share, Numbers.type(dy)));
  }

  /** Equal numbers share it, as in TensorFlow. */
  private static Output<?> extreme(Step step) {
    Emitter emit = step.emit();
    Output<?> x = step.x(0);
    Output<?> isChosen = emit.op("Equal", x, kept(step, step.y()));
    Output<?> chosen = emit.cast(isChosen, Numbers.type(x));
    Output<?> count = emit.node("Sum").with(chosen, step.x(1)).attribute("keep_dims", true).make();
    Output<?> share = emit.op("RealDiv", kept(step, step.dy()), count);
    return emit.op("Mul", chosen, share);
  }

  /** The product of all the others: of those before and those after, so that zeros do no harm. */
  private static Output<?> product(Step step) {
    Emitter emit = step.emit();
    Output<?> x = step.x(0);
    Output<?> axes = axes(step);
    Output<?> others = emit.op("ListDiff", allAxes(step), axes);
    Output<?> order =
        emit.node("ConcatV2").withList(List.of(axes, others)).with(emit.integer(0)).make();
    Output<?> turned = emit.op("Transpose", x, order);
    Output<?> count =
        emit.op(
            "Prod", emit.op("GatherV2", emit.shape(x), axes, emit.integer(0)), emit.integers(0));
    Output<?> table = emit.node("Pack").withList(List.of(count, emit.integer(-1))).make();
    Output<?> rows = emit.reshape(turned, table);
    Output<?> before =
        emit.node("Cumprod")
            .with(rows, emit.integer(0))
            .attribute("exclusive", true)
            .attribute("reverse", false)
            .make();
    Output<?> after =
        emit.node("Cumprod")
            .with(rows, emit.integer(0))
            .attribute("exclusive", true)
            .attribute("reverse", true)
            .make();
    Output<?> product = emit.reshape(emit.op("Mul", before, after), emit.op("Shape", turned));
    Output<?> slope = emit.op("Transpose", product, emit.op("InvertPermutation", order));
    return emit.op("Mul", slope, kept(step, step.dy()));
  }

  private static Output<?> cumulative(Step step) {
    return step.emit()
        .node("Cumsum")
        .with(step.dy(), step.x(1))
        .copy(step, "exclusive")
        .attribute("reverse", !step.flag("reverse"))
        .make();
  }
}
