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
  private final Slashes slashes;
  private final Map<String, List<Call>> calls;
  private final Map<String, Integer> children = new HashMap<>();

  /**
   * Over all scopes.
   *
   * @param confirmed what variables tell
   * @param slashes where names hold slashes
   * @param calls the calls in each scope
   */
  Naming(Confirmed confirmed, Slashes slashes, Map<String, List<Call>> calls) {
    this.confirmed = confirmed;
    this.slashes = slashes;
    this.calls = calls;
    calls.keySet().forEach(scope -> children.merge(Scopes.around(scope), 1, Integer::sum));
  }

  /** Whether a scope is a layer. */
  boolean isLayer(String scope) {
    if (confirmed.scopes().contains(scope) || slashes.reach(scope)) {
      return true;
    }
    boolean holdsLayers =
        confirmed.scopes().stream().anyMatch(other -> other.startsWith(scope + "/"));
    if (holdsLayers) {
      return true;
    }
    return !isFunction(scope, calls.keySet())
        && !liesInConfirmed(scope)
        && !repeatsItsParent(scope);
  }

  /** Whether a function of TensorFlow's wrote it: within a scope; outermost it is a layer. */
  static boolean isFunction(String scope, Set<String> scopes) {
    return scopes.contains(Scopes.around(scope))
        && FUNCTIONS.contains(Confirmed.unnumbered(Scopes.last(scope)));
  }

  private boolean liesInConfirmed(String scope) {
    for (String around = Scopes.around(scope); !around.isEmpty(); around = Scopes.around(around)) {
      if (confirmed.scopes().contains(around)) {
        return true;
      }
    }
    return false;
  }

  private boolean repeatsItsParent(String scope) {
    String around = Scopes.around(scope);
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
    return !slashes.reach(scope) && holdsLayers(scope);
  }

  private boolean holdsLayers(String scope) {
    return new TreeSet<>(calls.keySet())
        .tailSet(scope + "/").stream()
            .takeWhile(inner -> inner.startsWith(scope + "/"))
            .anyMatch(this::isLayer);
  }
}
