package io.github.gradcam.tf.internal.graph;

/**
 * A graph that TensorFlow would not have written. The message goes on from the name of the file:
 * {@code holds …}.
 */
public final class MalformedGraphException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates the error. */
  public MalformedGraphException(String message) {
    super(message);
  }
}
