package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/**
 * A layer of Deeplearning4j's: what it computes, and the function behind that.
 *
 * @param body the computation
 * @param fresh whether the body's output is an array of its own, which the function may overwrite
 * @param activation the function
 */
record Part(LayerRule body, boolean fresh, IActivation activation) {

  /** A layer without a function. */
  static Part of(LayerRule body) {
    return new Part(body, false, new ActivationIdentity());
  }

  /** A layer whose body returns an array of its own. */
  static Part of(LayerRule body, IActivation activation) {
    return new Part(body, true, activation);
  }

  /** A layer that is nothing but a function. */
  static Part of(IActivation activation) {
    return new Part(new Identity(), false, activation);
  }

  /** The rules, one behind the other. */
  List<LayerRule> chain() {
    if (activation instanceof ActivationIdentity) {
      return List.of(body);
    }
    if (fresh && Rectified.fits(activation)) {
      return List.of(new Rectified(body));
    }
    LayerRule function = Activations.rule(activation);
    return body instanceof Identity ? List.of(function) : List.of(body, function);
  }
}
