package io.github.gradcam.tf.internal.gradient;

import static java.util.Map.entry;

import java.util.Map;
import org.tensorflow.Output;

/** Operations of two numbers, on tensors that are broadcast against each other. */
final class Arithmetic {

  private static final Vjp ADD = (step, input) -> Broadcast.reduced(step, step.dy(), input);

  static final Map<String, Vjp> ALL =
      Map.ofEntries(
          entry("Add", ADD),
          entry("AddV2", ADD),
          entry("AddN", (step, input) -> step.dy()),
          entry("BiasAdd", Arithmetic::biasAdd),
          entry("BiasAddV1", Arithmetic::biasAdd),
          entry("Sub", broadcast((step, input) -> input == 0 ? step.dy() : negative(step))),
          entry("Mul", broadcast(Arithmetic::mul)),
          entry("Div", broadcast((step, input) -> quotient(step, input, "RealDiv"))),
          entry("RealDiv", broadcast((step, input) -> quotient(step, input, "RealDiv"))),
          entry("DivNoNan", broadcast((step, input) -> quotient(step, input, "DivNoNan"))),
          entry("Maximum", broadcast((step, input) -> extreme(step, input, "GreaterEqual"))),
          entry("Minimum", broadcast((step, input) -> extreme(step, input, "LessEqual"))),
          entry("SquaredDifference", broadcast(Arithmetic::squaredDifference)),
          entry("Pow", broadcast(Arithmetic::pow)));

  private Arithmetic() {}

  private static Vjp broadcast(Vjp elementwise) {
    return (step, input) -> Broadcast.reduced(step, elementwise.at(step, input), input);
  }

  private static Output<?> negative(Step step) {
    return step.emit().op("Neg", step.dy());
  }

  private static Output<?> biasAdd(Step step, int input) {
    if (input == 0) {
      return step.dy();
    }
    NodeDraft sum = step.emit().node("BiasAddGrad").with(step.dy());
    return (step.operation().type().equals("BiasAdd") ? sum.copy(step, "data_format") : sum).make();
  }

  private static Output<?> mul(Step step, int input) {
    return step.emit().op("Mul", step.dy(), step.x(1 - input));
  }

  private static Output<?> quotient(Step step, int input, String division) {
    Emitter emit = step.emit();
    if (input == 0) {
      return emit.op(division, step.dy(), step.x(1));
    }
    // The quotient is divided again, so that the square of a small divisor does not vanish.
    Output<?> slope = emit.op(division, step.y(), step.x(1));
    return emit.op("Neg", emit.op("Mul", step.dy(), slope));
  }

  /** Of equal numbers, the first gets it all, as in TensorFlow. */
  private static Output<?> extreme(Step step, int input, String comparison) {
    Emitter emit = step.emit();
    Output<?> isFirst = emit.op(comparison, step.x(0), step.x(1));
    Output<?> nothing = emit.scalar(0, step.dy());
    return input == 0
        ? emit.op("SelectV2", isFirst, step.dy(), nothing)
        : emit.op("SelectV2", isFirst, nothing, step.dy());
  }

  private static Output<?> squaredDifference(Step step, int input) {
    Emitter emit = step.emit();
    Output<?> difference = emit.op("Sub", step.x(input), step.x(1 - input));
    Output<?> twice = emit.op("Mul", difference, emit.scalar(2, difference));
    return emit.op("Mul", step.dy(), twice);
  }

  private static Output<?> pow(Step step, int input) {
    Emitter emit = step.emit();
    Output<?> base = step.x(0);
    Output<?> exponent = step.x(1);
    if (input == 0) {
      Output<?> less = emit.op("Sub", exponent, emit.scalar(1, exponent));
      Output<?> slope = emit.op("Mul", exponent, emit.op("Pow", base, less));
      return emit.op("Mul", step.dy(), slope);
    }
    // As in TensorFlow: where the base is not positive there is no logarithm, and zero is given.
    Output<?> isPositive = emit.op("Greater", base, emit.scalar(0, base));
    Output<?> positive = emit.op("SelectV2", isPositive, base, emit.scalar(1, base));
    Output<?> slope = emit.op("Mul", step.y(), emit.op("Log", positive));
    return emit.op("Mul", step.dy(), slope);
  }
}
