package io.github.gradcam.djl.internal.syntax;

/**
 * A line of TorchScript source that is not of the subset understood here. {@code Rewriter} makes a
 * typed error of it: it never reaches a user.
 */
public final class SourceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says which line, or what else, is not understood. */
  public SourceException(String line) {
    super("not understood: " + line.strip());
  }
}
