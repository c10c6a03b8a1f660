package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.Set;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationCube;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** The rule of each activation function. */
final class Activations {

  private static final Set<Class<?>> KNOWN =
      Set.of(
          ActivationCube.class,
          ActivationELU.class,
          ActivationReLU.class,
          ActivationSigmoid.class,
          ActivationSoftmax.class,
          ActivationTanH.class);

  private Activations() {}

  static LayerRule rule(IActivation function) {
    if (!KNOWN.contains(function.getClass())) {
      throw new UnknownTypeException(function.getClass());
    }
    return new ActivationRule(function);
  }
}
