package io.github.gradcam.dl4j.internal.plan;

/** A network that cannot be explained. The message continues a sentence that names the network. */
public final class PlanException extends RuntimeException {

  private static final long serialVersionUID = 1;

  PlanException(String message) {
    super(message);
  }

  PlanException(String message, Throwable cause) {
    super(message, cause);
  }
}
