package io.github.gradcam.dl4j.internal.rule;

/** An application's own rule that could not be made. */
public final class OwnRuleException extends RuntimeException {

  private static final long serialVersionUID = 1;

  OwnRuleException(RuntimeException cause) {
    super(cause.getMessage(), cause);
  }
}
