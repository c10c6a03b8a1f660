package io.github.gradcam.model;

import io.github.gradcam.error.InvalidInputException;

/** Which of several outputs of a network is meant. */
public sealed interface OutputChoice {

  /**
   * The backend's sensible default: the only output, else the one that looks like class scores (by
   * name, {@code logits} or {@code out} first), else the first.
   */
  record Automatic() implements OutputChoice {}

  /**
   * The output at a place in a tuple or list.
   *
   * @param index from 0
   */
  record AtIndex(int index) implements OutputChoice {
    /** Checks the index. */
    public AtIndex {
      if (index < 0) {
        throw new InvalidInputException("An output's index starts at 0, but is " + index + ".");
      }
    }
  }

  /**
   * The output under a name in a dictionary or named tuple.
   *
   * @param name the key
   */
  record Named(String name) implements OutputChoice {}
}
