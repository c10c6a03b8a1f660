package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/**
 * A layer of Deeplearning4j's: what it computes, and the function behind that.
 *
 * @param before what is computed first
 * @param body the computation
 * @param fresh whether the body's output is an array of its own, which the function may overwrite
 * @param activation the function
 */
record Part(List<LayerRule> before, LayerRule body, boolean fresh, IActivation activation) {

  /** A layer without a function. */
  static Part of(LayerRule body) {
    return new Part(List.of(), body, false, new ActivationIdentity());
  }

  /** A layer whose body returns an array of its own. */
  static Part of(LayerRule body, IActivation activation) {
    return new Part(List.of(), body, true, activation);
  }

  /** A layer that is nothing but a function. */
  static Part of(IActivation activation) {
    return new Part(List.of(), new Identity(), false, activation);
  }

  /** The same, behind another computation. */
  Part behind(LayerRule first) {
    return new Part(
        Stream.concat(Stream.of(first), before.stream()).toList(), body, fresh, activation);
  }

  /** The rules, one behind the other. */
  List<LayerRule> chain() {
    return Stream.concat(before.stream(), last()).toList();
  }

  private Stream<LayerRule> last() {
    if (activation instanceof ActivationIdentity) {
      return Stream.of(body);
    }
    if (fresh && Rectified.fits(activation)) {
      return Stream.of(new Rectified(body));
    }
    LayerRule function = Activations.rule(activation);
    return body instanceof Identity ? Stream.of(function) : Stream.of(body, function);
  }
}
