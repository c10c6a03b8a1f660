package io.github.gradcam.tf.internal.gradient;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;

/** Operations that arrange, cut or surround the same numbers. */
final class Shapes {

  static final Map<String, Vjp> ALL =
      Map.ofEntries(
          entry("Reshape", (step, input) -> reshaped(step)),
          entry("Squeeze", (step, input) -> reshaped(step)),
          entry("ExpandDims", (step, input) -> reshaped(step)),
          entry("Transpose", (step, input) -> transposed(step)),
          entry("Pad", Shapes::padded),
          entry("PadV2", Shapes::padded),
          entry("MirrorPad", (step, input) -> mirrored(step)),
          entry("Slice", (step, input) -> sliced(step)),
          entry("StridedSlice", (step, input) -> strided(step)),
          entry("Tile", (step, input) -> tiled(step)),
          entry("BroadcastTo", (step, input) -> broadcast(step)),
          entry("Fill", (step, input) -> filled(step)));

  private Shapes() {}

  private static Output<?> reshaped(Step step) {
    return step.emit().reshape(step.dy(), step.emit().shape(step.x(0)));
  }

  private static Output<?> transposed(Step step) {
    return step.emit().op("Transpose", step.dy(), step.emit().op("InvertPermutation", step.x(1)));
  }

  private static Output<?> padded(Step step, int input) {
    if (input != 0) {
      throw step.unsupported("the number it pads with depends on what is explained.");
    }
    Emitter emit = step.emit();
    Output<?> before =
        emit.node("Unpack").with(step.x(1)).attribute("num", 2).attribute("axis", 1).make();
    return emit.op("Slice", step.dy(), before, emit.shape(step.x(0), before));
  }

  private static Output<?> mirrored(Step step) {
    return step.emit().node("MirrorPadGrad").with(step.dy(), step.x(1)).copy(step, "mode").make();
  }

  private static Output<?> sliced(Step step) {
    Emitter emit = step.emit();
    Output<?> before = step.x(1);
    Output<?> rest = emit.op("Sub", emit.shape(step.x(0), before), emit.shape(step.y(), before));
    Output<?> after = emit.op("Sub", rest, before);
    Output<?> paddings =
        emit.node("Pack").withList(List.of(before, after)).attribute("axis", 1).make();
    return emit.op("Pad", step.dy(), paddings);
  }

  private static Output<?> strided(Step step) {
    Emitter emit = step.emit();
    // The node for the way back knows fewer types of numbers for its bounds.
    DataType type =
        Numbers.type(step.x(1)) == DataType.DT_INT64 ? DataType.DT_INT64 : DataType.DT_INT32;
    return emit.node("StridedSliceGrad")
        .with(
            emit.cast(emit.shape(step.x(0)), type),
            emit.cast(step.x(1), type),
            emit.cast(step.x(2), type),
            emit.cast(step.x(3), type),
            step.dy())
        .copy(step, "begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask", "shrink_axis_mask")
        .make();
  }

  /** Each dimension is split into one that counts the copies, and one that is copied. */
  private static Output<?> tiled(Step step) {
    Emitter emit = step.emit();
    Output<?> shape = emit.shape(step.x(0));
    Output<?> copies = emit.cast(step.x(1), DataType.DT_INT32);
    Output<?> split =
        emit.flat(emit.node("Pack").withList(List.of(copies, shape)).attribute("axis", 1).make());
    Output<?> axes = emit.op("Range", emit.integer(0), emit.op("Size", split), emit.integer(2));
    return emit.op("Sum", emit.reshape(step.dy(), split), axes);
  }

  private static Output<?> broadcast(Step step) {
    Emitter emit = step.emit();
    return Broadcast.reduced(emit, step.dy(), emit.shape(step.x(0)), emit.shape(step.y()));
  }

  private static Output<?> filled(Step step) {
    Emitter emit = step.emit();
    return emit.op("Sum", emit.flat(step.dy()), emit.integer(0));
  }
}
