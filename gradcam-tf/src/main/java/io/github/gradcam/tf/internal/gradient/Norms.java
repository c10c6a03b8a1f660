package io.github.gradcam.tf.internal.gradient;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;

/** Normalisation: of batches, of neighbouring channels, of probabilities. */
final class Norms {

  static final Map<String, Vjp> ALL =
      Map.ofEntries(
          entry("FusedBatchNorm", Norms::batch),
          entry("FusedBatchNormV2", Norms::batch),
          entry("FusedBatchNormV3", Norms::batch),
          entry("LRN", (step, input) -> neighbours(step)),
          entry("Softmax", (step, input) -> softmax(step)),
          entry("LogSoftmax", (step, input) -> logSoftmax(step)));

  /** The first of the outputs that are there for the way back. */
  private static final int RESERVED = 3;

  private Norms() {}

  /** With the moving mean and variance it is a multiplication, and no activation is needed. */
  private static Output<?> batch(Step step, int input) {
    if (input != 0) {
      throw step.unsupported("its parameters depend on what is explained.");
    }
    if (step.flag("is_training")) {
      return byItself(step);
    }
    Emitter emit = step.emit();
    Output<?> variance = step.x(4);
    DataType type = Numbers.type(step.dy());
    Output<?> epsilon = emit.scalar(step.attribute("epsilon").getF(), variance);
    Output<?> deviation = emit.op("Rsqrt", emit.op("AddV2", variance, epsilon));
    Output<?> factor = emit.op("Mul", step.x(1), deviation);
    Output<?> shaped =
        switch (step.text("data_format")) {
          case "NHWC", "NDHWC" -> factor;
          case "NCHW" -> emit.reshape(factor, emit.integers(-1, 1, 1));
          case "NCDHW" -> emit.reshape(factor, emit.integers(-1, 1, 1, 1));
          default -> throw step.unsupported("its data format is " + step.text("data_format") + ".");
        };
    DataType precise = Numbers.type(shaped);
    return emit.cast(emit.op("Mul", emit.cast(step.dy(), precise), shaped), type);
  }

  /**
   * With the mean and variance of what it is given. Keras 2 writes layer norms so, with the tokens
   * in place of the channels; where there is more than one in place of the batch, images are mixed.
   */
  private static Output<?> byItself(Step step) {
    if (Dimensions.size(step.x(0), 0) != 1) {
      throw step.unsupported(
          "it normalises by the batch at hand, as in training. Export the model for inference.");
    }
    if (step.cotangents().containsKey(step.y(1)) || step.cotangents().containsKey(step.y(2))) {
      throw step.unsupported("the mean or variance that it works out is used elsewhere.");
    }
    List<Output<?>> inputs = new ArrayList<>(List.of(step.dy(), step.x(0), step.x(1)));
    for (int reserved = RESERVED; reserved < step.operation().numOutputs(); reserved++) {
      inputs.add(step.y(reserved));
    }
    return step.emit()
        .node(step.operation().type().replace("Norm", "NormGrad"))
        .with(inputs.toArray(Output<?>[]::new))
        .attribute("is_training", true)
        .copy(step, "epsilon", "data_format")
        .make();
  }

  private static Output<?> neighbours(Step step) {
    return step.emit()
        .node("LRNGrad")
        .with(step.dy(), step.x(0), step.y())
        .copy(step, "depth_radius", "bias", "alpha", "beta")
        .make();
  }

  private static Output<?> softmax(Step step) {
    Emitter emit = step.emit();
    Output<?> mean = sum(step, emit.op("Mul", step.dy(), step.y()));
    return emit.op("Mul", emit.op("Sub", step.dy(), mean), step.y());
  }

  private static Output<?> logSoftmax(Step step) {
    Emitter emit = step.emit();
    Output<?> probabilities = emit.op("Exp", step.y());
    return emit.op("Sub", step.dy(), emit.op("Mul", sum(step, step.dy()), probabilities));
  }

  private static Output<?> sum(Step step, Output<?> terms) {
    return step.emit()
        .node("Sum")
        .with(terms, step.emit().integer(-1))
        .attribute("keep_dims", true)
        .make();
  }
}
