package io.github.gradcam.model;

/** What the numbers in a model's output are. */
public enum OutputKind {
  /**
   * Scores before softmax; softmax over the class axis makes them probabilities. Also assumed of an
   * output behind which nothing was found.
   */
  LOGITS,
  /** Scores before a sigmoid, each class for itself. */
  SIGMOID_LOGITS,
  /** Probabilities: the tensor before the softmax or sigmoid could not be found. */
  PROBABILITIES
}
