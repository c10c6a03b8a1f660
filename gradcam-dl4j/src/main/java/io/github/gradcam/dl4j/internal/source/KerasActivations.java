package io.github.gradcam.dl4j.internal.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.params.PReLUParamInitializer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.activations.impl.ActivationThresholdedReLU;

/** Activations, as settings of other layers and as layers. */
final class KerasActivations {

  private static final String LINEAR = "linear";
  private static final double SIX = 6;

  /** GELU is missing: Keras computes it exactly, Deeplearning4j only approximately. */
  private static final Map<String, Supplier<IActivation>> BY_NAME =
      Map.ofEntries(
          Map.entry(LINEAR, ActivationIdentity::new),
          Map.entry("relu", ActivationReLU::new),
          Map.entry("relu6", ActivationReLU6::new),
          Map.entry("tanh", ActivationTanH::new),
          Map.entry("sigmoid", ActivationSigmoid::new),
          Map.entry("softmax", ActivationSoftmax::new),
          Map.entry("elu", ActivationELU::new),
          Map.entry("selu", ActivationSELU::new),
          Map.entry("softplus", ActivationSoftPlus::new),
          Map.entry("softsign", ActivationSoftSign::new),
          Map.entry("hard_sigmoid", ActivationHardSigmoid::new),
          Map.entry("swish", ActivationSwish::new),
          Map.entry("silu", ActivationSwish::new),
          Map.entry("mish", ActivationMish::new));

  private KerasActivations() {}

  /** The activation that a layer applies to what it computes. */
  static IActivation of(KerasLayer layer) {
    if (!(layer.settings().values().getOrDefault("activation", LINEAR) instanceof String name)) {
      if (!layer.settings().has("activation")) {
        return new ActivationIdentity();
      }
      throw layer.unlike("whose activation is code of its own");
    }
    Supplier<IActivation> known = BY_NAME.get(name);
    if (known == null) {
      throw layer.unlike(
          "whose activation "
              + Shown.quoted(name)
              + " Deeplearning4j does not compute as Keras does. Known are: "
              + String.join(", ", BY_NAME.keySet().stream().sorted().toList()));
    }
    return known.get();
  }

  static KerasStep activation(KerasLayer layer, KerasShape input) {
    return KerasStep.layer(Dl4jLayers.activation(of(layer)), input);
  }

  static KerasStep relu(KerasLayer layer, KerasShape input) {
    double slope = layer.settings().number("negative_slope", 0);
    double threshold = layer.settings().number("threshold", 0);
    Optional<Double> most = layer.settings().number("max_value");
    boolean plain = slope == 0 && threshold == 0;
    IActivation activation;
    if (plain && most.isEmpty()) {
      activation = new ActivationReLU();
    } else if (plain && most.equals(Optional.of(SIX))) {
      activation = new ActivationReLU6();
    } else {
      activation = new ActivationReLU(most.orElse(null), threshold, slope);
    }
    return KerasStep.layer(Dl4jLayers.activation(activation), input);
  }

  static KerasStep leaky(KerasLayer layer, KerasShape input) {
    return KerasStep.layer(
        Dl4jLayers.activation(new ActivationLReLU(layer.settings().number("alpha", 0.3))), input);
  }

  static KerasStep elu(KerasLayer layer, KerasShape input) {
    return KerasStep.layer(
        Dl4jLayers.activation(new ActivationELU(layer.settings().number("alpha", 1))), input);
  }

  static KerasStep thresholded(KerasLayer layer, KerasShape input) {
    return KerasStep.layer(
        Dl4jLayers.activation(new ActivationThresholdedReLU(layer.settings().number("theta", 1))),
        input);
  }

  static KerasStep softmax(KerasLayer layer, KerasShape input) {
    double axis = layer.settings().number("axis", -1);
    if (axis != -1 && axis != input.rank()) {
      throw layer.unlike("which is not over the last axis");
    }
    return KerasStep.layer(Dl4jLayers.activation(new ActivationSoftmax()), input);
  }

  static KerasStep prelu(KerasLayer layer, KerasShape input) {
    long[] shape = new long[input.rank()];
    List<Long> shared = new ArrayList<>();
    for (int i = 0; i < shape.length; i++) {
      boolean one = layer.settings().list("shared_axes").contains(i + 1);
      shape[i] = one ? 1 : input.length(i);
      if (one) {
        shared.add(i + 1L);
      }
      if (shape[i] == KerasShape.ANY) {
        throw layer.refused("whose input has the shape " + input + ", which is not known");
      }
    }
    PReLULayer.Builder made = new PReLULayer.Builder().inputShape(shape);
    if (!shared.isEmpty()) {
      made.sharedAxes(shared.stream().mapToLong(Long::longValue).toArray());
    }
    return new KerasStep.Computes(
        made.build(), input, Map.of(PReLUParamInitializer.WEIGHT_KEY, KerasWeight.same("alpha")));
  }
}
