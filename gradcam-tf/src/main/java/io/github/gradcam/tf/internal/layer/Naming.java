package io.github.gradcam.tf.internal.layer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides which scopes are layers.
 *
 * <p>TensorFlow's own functions write scopes, too: a batch norm computes in {@code bn/batchnorm}.
 * No layer is what lies in a scope that has variables and has none itself, and what gives the same
 * as the scope around it while it is alone in there.
 */
final class Naming {

  /** Scopes that TensorFlow's functions write. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "batchnorm",
          "batch_normalization",
          "einsum",
          "moments",
          "Repeat",
          "separable_conv2d",
          "Tensordot");

  private final Confirmed confirmed;
  private final Map<String, List<Call>> calls;
  private final Map<String, Integer> children = new HashMap<>();

  /**
   * Over all scopes.
   *
   * @param confirmed what variables tell
   * @param calls the calls in each scope
   */
  Naming(Confirmed confirmed, Map<String, List<Call>> calls) {
    this.confirmed = confirmed;
    this.calls = calls;
    calls.keySet().forEach(scope -> children.merge(parent(scope), 1, Integer::sum));
  }

  /** Whether a scope is a layer. */
  boolean isLayer(String scope) {
    if (confirmed.scopes().contains(scope)) {
      return true;
    }
    boolean holdsLayers =
        confirmed.scopes().stream().anyMatch(other -> other.startsWith(scope + "/"));
    if (holdsLayers) {
      return true;
    }
    return !isFunction(scope) && !liesInConfirmed(scope) && !repeatsItsParent(scope);
  }

  /** Within a layer; outermost it is a layer of that name. */
  private boolean isFunction(String scope) {
    return calls.containsKey(parent(scope))
        && FUNCTIONS.contains(Confirmed.unnumbered(Scopes.last(scope)));
  }

  private boolean liesInConfirmed(String scope) {
    for (String around = parent(scope); !around.isEmpty(); around = parent(around)) {
      if (confirmed.scopes().contains(around)) {
        return true;
      }
    }
    return false;
  }

  private boolean repeatsItsParent(String scope) {
    String around = parent(scope);
    List<Call> outer = calls.get(around);
    return outer != null
        && children.getOrDefault(around, 0) == 1
        && outer.stream()
            .map(Call::output)
            .toList()
            .equals(calls.getOrDefault(scope, List.of()).stream().map(Call::output).toList());
  }

  /** Whether a layer holds other layers. */
  boolean isModel(String scope) {
    return new TreeSet<>(calls.keySet())
        .tailSet(scope + "/").stream()
            .takeWhile(inner -> inner.startsWith(scope + "/"))
            .anyMatch(this::isLayer);
  }

  private static String parent(String scope) {
    return scope.substring(0, Math.max(0, scope.lastIndexOf('/')));
  }
}
