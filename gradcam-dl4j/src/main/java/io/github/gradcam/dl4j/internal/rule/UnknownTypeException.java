package io.github.gradcam.dl4j.internal.rule;

/** A layer, vertex or function for which there is no rule. */
public final class UnknownTypeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Of a type.
   *
   * @param type the class
   * @param reason why there is none, as a sentence, or empty
   */
  public UnknownTypeException(Class<?> type, String reason) {
    super(type.getName() + (reason.isEmpty() ? "" : ". " + reason));
  }

  /**
   * Of a type that nobody thought of.
   *
   * @param type the class
   */
  public UnknownTypeException(Class<?> type) {
    this(type, "");
  }
}
