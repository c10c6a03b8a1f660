package io.github.gradcam.djl.internal.head;

import io.github.gradcam.djl.internal.graph.Node;

/** A line of the simpler program. */
sealed interface Step {

  /** Lays the network's input out as convolutions like it. */
  record Begin() implements Step {}

  /** A convolution with all that it does in one. */
  record Convolve(Node x, Recipe.Kernel kernel, Activation activation) implements Step {}

  /** An operator as it stands in the source. */
  record Apply(Node.Operator operator) implements Step {}
}
