package io.github.gradcam.tf.internal.gradient;

import static java.util.Map.entry;

import java.util.Map;
import org.tensorflow.Output;

/** Functions of one number, applied to each element. */
final class Elementwise {

  static final Map<String, Vjp> ALL =
      Map.ofEntries(
          entry("Relu", ofOutput("ReluGrad")),
          entry("Relu6", ofOutput("Relu6Grad")),
          entry("Elu", ofOutput("EluGrad")),
          entry("Selu", ofOutput("SeluGrad")),
          entry("Softplus", ofInput("SoftplusGrad")),
          entry("Softsign", ofInput("SoftsignGrad")),
          entry("LeakyRelu", (step, input) -> leakyRelu(step)),
          entry("Sigmoid", ofOutputFirst("SigmoidGrad")),
          entry("Tanh", ofOutputFirst("TanhGrad")),
          entry("Sqrt", ofOutputFirst("SqrtGrad")),
          entry("Rsqrt", ofOutputFirst("RsqrtGrad")),
          entry("Reciprocal", ofOutputFirst("ReciprocalGrad")),
          entry("Inv", ofOutputFirst("ReciprocalGrad")),
          entry("Neg", (step, input) -> step.emit().op("Neg", step.dy())),
          entry("Exp", slope((step, x) -> step.y())),
          entry("Expm1", slope((step, x) -> step.emit().op("Exp", x))),
          entry("Log", inverse((step, x) -> x)),
          entry("Log1p", inverse((step, x) -> plus(step, x, 1))),
          entry("Square", slope((step, x) -> times(step, x, 2))),
          entry("Abs", slope((step, x) -> step.emit().op("Sign", x))),
          entry("Erf", slope((step, x) -> bell(step, x, 2 / Math.sqrt(Math.PI)))),
          entry("Erfc", slope((step, x) -> bell(step, x, -2 / Math.sqrt(Math.PI)))),
          entry("Sin", slope((step, x) -> step.emit().op("Cos", x))),
          entry("Cos", slope((step, x) -> step.emit().op("Neg", step.emit().op("Sin", x)))),
          entry("Tan", slope((step, x) -> plus(step, square(step, step.y()), 1))),
          entry("Atan", inverse((step, x) -> plus(step, square(step, x), 1))),
          entry("Asinh", inverse((step, x) -> step.emit().op("Cosh", step.y()))),
          entry("Acosh", inverse((step, x) -> step.emit().op("Sinh", step.y()))),
          entry("Atanh", inverse((step, x) -> minusSquare(step, x))),
          entry("Asin", inverse((step, x) -> step.emit().op("Cos", step.y()))),
          entry(
              "Acos", inverse((step, x) -> step.emit().op("Neg", step.emit().op("Sin", step.y())))),
          entry("Sinh", slope((step, x) -> step.emit().op("Cosh", x))),
          entry("Cosh", slope((step, x) -> step.emit().op("Sinh", x))),
          entry("L2Loss", (step, input) -> step.emit().op("Mul", step.x(0), step.dy())));

  /** What is made of the input. */
  @FunctionalInterface
  private interface Slope {
    Output<?> at(Step step, Output<?> x);
  }

  private Elementwise() {}

  private static Vjp slope(Slope slope) {
    return (step, input) -> step.emit().op("Mul", step.dy(), slope.at(step, step.x(0)));
  }

  private static Vjp inverse(Slope slope) {
    return (step, input) -> step.emit().op("RealDiv", step.dy(), slope.at(step, step.x(0)));
  }

  private static Vjp ofOutput(String type) {
    return (step, input) -> step.emit().op(type, step.dy(), step.y());
  }

  private static Vjp ofInput(String type) {
    return (step, input) -> step.emit().op(type, step.dy(), step.x(0));
  }

  private static Vjp ofOutputFirst(String type) {
    return (step, input) -> step.emit().op(type, step.y(), step.dy());
  }

  private static Output<?> leakyRelu(Step step) {
    return step.emit().node("LeakyReluGrad").with(step.dy(), step.x(0)).copy(step, "alpha").make();
  }

  private static Output<?> square(Step step, Output<?> x) {
    return step.emit().op("Square", x);
  }

  /** One less the square. */
  private static Output<?> minusSquare(Step step, Output<?> x) {
    return step.emit().op("Sub", step.emit().scalar(1, x), square(step, x));
  }

  private static Output<?> plus(Step step, Output<?> x, double number) {
    return step.emit().op("AddV2", x, step.emit().scalar(number, x));
  }

  private static Output<?> times(Step step, Output<?> x, double number) {
    return step.emit().op("Mul", x, step.emit().scalar(number, x));
  }

  /** A multiple of exp(-x²). */
  private static Output<?> bell(Step step, Output<?> x, double height) {
    Emitter emit = step.emit();
    return times(step, emit.op("Exp", emit.op("Neg", square(step, x))), height);
  }
}
