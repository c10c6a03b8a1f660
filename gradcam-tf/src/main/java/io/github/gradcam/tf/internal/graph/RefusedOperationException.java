package io.github.gradcam.tf.internal.graph;

/** An operation on the way to the output that cannot be explained. */
public final class RefusedOperationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String operation;
  private final String label;

  RefusedOperationException(String operation, String label, String reason) {
    super(reason);
    this.operation = operation;
    this.label = label;
  }

  /** Its type. */
  public String operation() {
    return operation;
  }

  /** What users call it; the scopes in it name the layer. */
  public String label() {
    return label;
  }
}
