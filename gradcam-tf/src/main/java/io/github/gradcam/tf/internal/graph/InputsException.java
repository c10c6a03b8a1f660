package io.github.gradcam.tf.internal.graph;

import java.util.List;

/** An output that depends on no input, or on several. */
public final class InputsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> inputs;

  InputsException(List<String> inputs) {
    super("depends on the inputs " + inputs);
    this.inputs = List.copyOf(inputs);
  }

  /** The placeholders it depends on. */
  public List<String> inputs() {
    return inputs;
  }
}
