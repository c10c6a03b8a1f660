package io.github.gradcam.djl;

/**
 * A line of TorchScript source that is not of the subset understood here. Never leaves the room.
 */
final class SourceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SourceException(String line) {
    super("not understood: " + line.strip());
  }
}
