package io.github.gradcam.tf.internal.gradient;

import static java.util.Map.entry;

import java.util.Map;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;

/** Operations that hand on what they get. */
final class Passing {

  static final Map<String, Vjp> ALL =
      Map.ofEntries(
          entry("CheckNumerics", (step, input) -> step.dy()),
          entry("EnsureShape", (step, input) -> step.dy()),
          entry("Identity", (step, input) -> step.dy()),
          entry("IdentityN", Step::dy),
          entry("PlaceholderWithDefault", (step, input) -> step.dy()),
          entry("Snapshot", (step, input) -> step.dy()),
          entry("Cast", (step, input) -> cast(step)));

  private Passing() {}

  private static Output<?> cast(Step step) {
    DataType type = Numbers.type(step.x(0));
    if (!Numbers.isFloat(step.x(0)) || !Numbers.isFloat(step.y())) {
      throw step.unsupported("it casts " + type + " to " + Numbers.type(step.y()) + ".");
    }
    return step.emit().cast(step.dy(), type);
  }
}
