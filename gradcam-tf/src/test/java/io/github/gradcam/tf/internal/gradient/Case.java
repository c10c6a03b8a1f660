package io.github.gradcam.tf.internal.gradient;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;

/**
 * An operation to look at.
 *
 * @param type its type
 * @param what what is special about it
 * @param traits what to mind
 * @param inputs the numbers to begin with, for each input whose gradient is looked at
 * @param build makes it
 */
record Case(String type, String what, Set<Trait> traits, List<Value> inputs, Build build) {

  /** What to mind. */
  enum Trait {
    /** TensorFlow knows this operation in single precision only. */
    SINGLE,
    /** It must be known before it runs how large the inputs are. */
    SHAPED
  }

  /** Makes the operation. */
  @FunctionalInterface
  interface Build {
    Output<?> of(Model model, List<Output<?>> x);
  }

  static Case of(String type, String what, List<Value> inputs, Build build) {
    return new Case(type, what, EnumSet.noneOf(Trait.class), inputs, build);
  }

  static Case of(String type, String what, Value input, Build build) {
    return of(type, what, List.of(input), build);
  }

  Case with(Trait trait) {
    Set<Trait> more = EnumSet.of(trait);
    more.addAll(traits);
    return new Case(type, what, more, inputs, build);
  }

  DataType precision() {
    return traits.contains(Trait.SINGLE) ? DataType.DT_FLOAT : DataType.DT_DOUBLE;
  }

  @Override
  public String toString() {
    return type + (what.isEmpty() ? "" : ", " + what);
  }
}
