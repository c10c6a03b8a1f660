package io.github.gradcam.djl.internal.engine;

import static java.util.Objects.requireNonNull;

import io.github.gradcam.djl.internal.graph.Node;

/** How several ways back through one pass are gone. */
public enum WaysBack {
  /** One after the other. */
  ONE_BY_ONE,

  /** At once, so that each weight is read once for all of them. */
  AT_ONCE;

  /** What does not stay in a processor's caches from one way to the next. */
  private static final long HEAVY = 32L << 20;

  /** The better one, from the output to a tensor. */
  static WaysBack to(Node target, Ground ground) {
    long bytes =
        ground.trace().matricesBehind(target).stream()
            .filter(ground.tensors()::containsKey)
            .map(path -> requireNonNull(ground.tensors().get(path)))
            .mapToLong(matrix -> matrix.size() * matrix.getDataType().getNumOfBytes())
            .sum();
    return bytes > HEAVY ? AT_ONCE : ONE_BY_ONE;
  }
}
