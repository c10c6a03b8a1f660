package io.github.gradcam.dl4j.internal.rule;

/** A layer, vertex or function for which there is no rule. */
public final class UnknownTypeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private static final String USUAL = "Write a LayerRule for this type and give it with LayerRules";

  private final String cure;

  /**
   * Of a type.
   *
   * @param type the class
   * @param reason why there is none, as a sentence, or empty
   * @param cure what to do, as a sentence
   */
  UnknownTypeException(Class<?> type, String reason, String cure) {
    super(type.getName() + (reason.isEmpty() ? "" : ". " + reason));
    this.cure = cure;
  }

  /**
   * Of a type.
   *
   * @param type the class
   * @param reason why there is none, as a sentence, or empty
   */
  UnknownTypeException(Class<?> type, String reason) {
    this(type, reason, USUAL);
  }

  /**
   * Of a type that nobody thought of.
   *
   * @param type the class
   */
  UnknownTypeException(Class<?> type) {
    this(type, "");
  }

  /** What to do, as a sentence. */
  public String cure() {
    return cure;
  }
}
