package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.dl4j.internal.plan.Step;

/** A computation of a network that failed. */
final class StepException extends RuntimeException {

  private static final long serialVersionUID = 1;

  StepException(Step step, RuntimeException cause) {
    super("at \"" + step.owner() + "\", " + cause.getMessage(), cause);
  }
}
