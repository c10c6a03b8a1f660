package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.Set;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationCube;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationPReLU;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.activations.impl.ActivationRationalTanh;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationRectifiedTanh;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.activations.impl.ActivationThresholdedReLU;

/** The rule of each activation function. */
final class Activations {

  /** Those whose own derivative is right. */
  private static final Set<Class<?>> RIGHT =
      Set.of(
          ActivationCube.class,
          ActivationHardSigmoid.class,
          ActivationHardTanH.class,
          ActivationLReLU.class,
          ActivationPReLU.class,
          ActivationRationalTanh.class,
          ActivationReLU6.class,
          ActivationRectifiedTanh.class,
          ActivationSELU.class,
          ActivationSigmoid.class,
          ActivationSoftSign.class,
          ActivationSoftmax.class,
          ActivationTanH.class,
          ActivationThresholdedReLU.class);

  private Activations() {}

  static LayerRule rule(IActivation function) {
    Class<?> type = function.getClass();
    if (type == ActivationIdentity.class) {
      return new Identity();
    } else if (type == ActivationReLU.class) {
      return ReluRule.of((ActivationReLU) function);
    }
    return new ActivationRule(function, slope(function, type));
  }

  private static Slope slope(IActivation function, Class<?> type) {
    if (type == ActivationELU.class) {
      return Slopes.elu((ActivationELU) function);
    } else if (type == ActivationRReLU.class) {
      return Slopes.randomized((ActivationRReLU) function);
    } else if (type == ActivationGELU.class) {
      return ((ActivationGELU) function).isPrecise() ? Slopes::preciseGelu : Slopes::gelu;
    } else if (type == ActivationSwish.class) {
      return Slopes::swish;
    } else if (type == ActivationMish.class) {
      return Slopes::mish;
    } else if (type == ActivationSoftPlus.class) {
      return Slopes::softPlus;
    } else if (RIGHT.contains(type)) {
      return Slopes.engines(function);
    }
    throw new UnknownTypeException(
        type,
        "It is an activation function",
        "Write a LayerRule for the type of layer that has it, and give it with LayerRules");
  }
}
