package io.github.gradcam.tf.internal.gradient;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;

/** Operations that take numbers from places, some perhaps several times. */
final class Gathering {

  static final Map<String, Vjp> ALL =
      Map.ofEntries(
          entry("Gather", (step, input) -> along(step, step.emit().integer(0))),
          entry("GatherV2", (step, input) -> gathered(step)),
          entry("GatherNd", (step, input) -> scattered(step)));

  private Gathering() {}

  private static Output<?> gathered(Step step) {
    if (step.attribute("batch_dims").getI() != 0) {
      throw step.unsupported("it gathers for each element of a batch (batch_dims).");
    }
    return along(step, step.emit().cast(step.x(2), DataType.DT_INT32));
  }

  /** What lies before the axis and what lies behind it are made one dimension each. */
  private static Output<?> along(Step step, Output<?> anyAxis) {
    Emitter emit = step.emit();
    Output<?> shape = emit.shape(step.x(0));
    Output<?> rank = emit.op("Size", shape);
    Output<?> axis = emit.op("FloorMod", emit.reshape(anyAxis, emit.integers(1)), rank);
    Output<?> indices = emit.flat(step.x(1));
    Output<?> before = product(emit, emit.op("Slice", shape, emit.integers(0), axis));
    Output<?> size = emit.reshape(emit.op("Slice", shape, axis, emit.integers(1)), scalar(emit));
    Output<?> behind = product(emit, emit.op("Slice", shape, next(emit, axis), emit.integers(-1)));
    Output<?> count = emit.size(step.x(1));
    Output<?> blocks =
        emit.reshape(step.dy(), emit.node("Pack").withList(List.of(before, count, behind)).make());
    Output<?> swap = emit.integers(1, 0, 2);
    Output<?> sums =
        emit.op("UnsortedSegmentSum", emit.op("Transpose", blocks, swap), indices, size);
    return emit.reshape(emit.op("Transpose", sums, swap), shape);
  }

  private static Output<?> next(Emitter emit, Output<?> axis) {
    return emit.op("AddV2", axis, emit.integers(1));
  }

  private static Output<?> product(Emitter emit, Output<?> sizes) {
    return emit.op("Prod", sizes, emit.integer(0));
  }

  /** The shape of a single number. */
  private static Output<?> scalar(Emitter emit) {
    return emit.integers();
  }

  private static Output<?> scattered(Step step) {
    Emitter emit = step.emit();
    Output<?> indices = step.x(1);
    return emit.op("ScatterNd", indices, step.dy(), emit.shape(step.x(0), indices));
  }
}
