package io.github.gradcam.tf.internal.gradient;

import java.util.stream.IntStream;
import org.tensorflow.Output;

/** Undoes what an operation did to an input that was smaller than its output. */
final class Broadcast {

  private Broadcast() {}

  /**
   * Adds up a gradient shaped as the output over what one input was repeated along.
   *
   * @param step the operation, whose inputs are broadcast against each other
   * @param gradient the gradient, shaped as the output
   * @param input which input
   */
  static Output<?> reduced(Step step, Output<?> gradient, int input) {
    Output<?> x = step.x(input);
    boolean whole =
        IntStream.range(0, step.inputs().size())
            .filter(other -> other != input)
            .allMatch(other -> covers(x, step.x(other)));
    if (whole) {
      return gradient;
    }
    Emitter emit = step.emit();
    return reduced(emit, gradient, emit.shape(x), emit.shape(step.y()));
  }

  /** Adds up a gradient of one shape to one of another. */
  static Output<?> reduced(Emitter emit, Output<?> gradient, Output<?> to, Output<?> from) {
    Output<?> axes = emit.op("BroadcastGradientArgs", to, from);
    return emit.reshape(emit.op("Sum", gradient, axes), to);
  }

  /** Whether it is certain that a tensor is not repeated to match another one. */
  private static boolean covers(Output<?> x, Output<?> other) {
    if (x.equals(other)) {
      return true;
    }
    int rank = Dimensions.rank(x);
    int otherRank = Dimensions.rank(other);
    if (otherRank == 0) {
      return true;
    }
    if (rank == Dimensions.UNKNOWN || otherRank == Dimensions.UNKNOWN || otherRank > rank) {
      return false;
    }
    return IntStream.range(0, otherRank)
        .allMatch(
            axis -> {
              long size = Dimensions.size(x, rank - otherRank + axis);
              boolean isLarge = size != 1 && size != Dimensions.UNKNOWN;
              return isLarge || Dimensions.size(other, axis) == 1;
            });
  }
}
