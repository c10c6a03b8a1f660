package io.github.gradcam.tf.internal.gradient;

/**
 * An operation between a tensor and the output through which no gradient can be carried exactly.
 */
public final class UnsupportedGradientException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String operation;
  private final String name;
  private final String reason;

  UnsupportedGradientException(String operation, String name, String reason) {
    super(
        "No gradient leads through the operation \"" + name + "\" (" + operation + "): " + reason);
    this.operation = operation;
    this.name = name;
    this.reason = reason;
  }

  UnsupportedGradientException(String operation, String name, String reason, Throwable cause) {
    this(operation, name, reason);
    initCause(cause);
  }

  /** The type of the operation, as in {@code Conv2D}. */
  public String operation() {
    return operation;
  }

  /** The name of the operation in the graph. */
  public String name() {
    return name;
  }

  /** What stands in the way, as a part of a sentence. */
  public String reason() {
    return reason;
  }
}
