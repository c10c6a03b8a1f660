package io.github.gradcam.tf.internal.gradient;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.tensorflow.Output;

/** Operations that join tensors, and those that part them. */
final class Joining {

  static final Map<String, Vjp> ALL =
      Map.ofEntries(
          entry("Concat", (step, input) -> part(step, 0, 1, input)),
          entry("ConcatV2", (step, input) -> part(step, step.inputs().size() - 1, 0, input)),
          entry("Split", (step, input) -> joined(step, step.x(0))),
          entry("SplitV", (step, input) -> joined(step, step.x(2))),
          entry("Pack", Joining::unpacked),
          entry("Unpack", (step, input) -> packed(step)));

  private Joining() {}

  /**
   * Cuts one part out.
   *
   * @param axis which input says along which axis the parts are joined
   * @param first which input is the first part
   */
  private static Output<?> part(Step step, int axis, int first, int input) {
    Emitter emit = step.emit();
    List<Output<?>> shapes =
        step.inputs().subList(first, first + step.inputs().size() - 1).stream()
            .<Output<?>>map(emit::shape)
            .toList();
    Output<?> along = emit.cast(step.x(axis), Numbers.type(shapes.get(0)));
    Output<?> begin = emit.node("ConcatOffset").with(along).withList(shapes).make(input - first);
    return emit.op("Slice", step.dy(), begin, shapes.get(input - first));
  }

  private static Output<?> joined(Step step, Output<?> axis) {
    return step.emit().node("ConcatV2").withList(step.dys()).with(axis).make();
  }

  private static Output<?> unpacked(Step step, int input) {
    return step.emit()
        .node("Unpack")
        .with(step.dy())
        .attribute("num", step.inputs().size())
        .copy(step, "axis")
        .make(input);
  }

  private static Output<?> packed(Step step) {
    return step.emit().node("Pack").withList(step.dys()).copy(step, "axis").make();
  }
}
