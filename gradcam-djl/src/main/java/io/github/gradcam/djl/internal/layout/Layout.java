package io.github.gradcam.djl.internal.layout;

import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Method;
import io.github.gradcam.djl.internal.syntax.TorchClass;
import java.util.List;
import java.util.Map;

/**
 * What one method can hand out.
 *
 * @param owner its class
 * @param method the method
 * @param nodes its sites in the order of their execution
 * @param sites the same by call; compared by identity
 * @param size how many numbers it takes, its insides included
 */
public record Layout(
    TorchClass owner, Method method, List<Node> nodes, Map<Expr, Site> sites, int size) {

  /** A site, or a fork. */
  public sealed interface Node permits Site, Fork {}

  /**
   * The arms of an {@code if}: only one of them runs.
   *
   * @param arms the nodes of each
   */
  public record Fork(List<List<Node>> arms) implements Node {}
}
