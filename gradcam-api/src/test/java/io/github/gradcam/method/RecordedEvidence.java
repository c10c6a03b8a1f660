package io.github.gradcam.method;

import io.github.gradcam.tensor.Tensor;

/** Activations and gradients that another program computed. */
record RecordedEvidence(String layer, Tensor activations, Tensor gradients) implements Evidence {

  @Override
  public Tensor input() {
    throw new AssertionError("A gradient method needs no input.");
  }

  @Override
  public double score() {
    throw new AssertionError("A gradient method needs no score.");
  }

  @Override
  public Tensor scoresOf(Tensor inputs) {
    throw new AssertionError("A gradient method needs no other passes.");
  }

  @Override
  public Tensor scoresFrom(Tensor activations) {
    throw new AssertionError("A gradient method needs no other passes.");
  }
}
