package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Method;
import io.github.gradcam.djl.internal.syntax.TorchClass;
import io.github.gradcam.model.OutputKind;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What must be left out so that the network returns its scores instead of probabilities.
 *
 * <p>Only the methods on the way from the network's forward method to the softmax have a variant of
 * their own; another softmax of the same class stays as it is.
 */
final class ScoreChain {

  /** What becomes of a call in a method of the chain. */
  enum Step {
    /** A softmax or sigmoid: its first argument takes its place. */
    LEAVE_OUT,
    /** A method that is itself of the chain. */
    DESCEND
  }

  private final Map<String, Map<Expr, Step>> steps = new HashMap<>();
  private OutputKind kind = OutputKind.LOGITS;

  OutputKind kind() {
    return kind;
  }

  void kind(OutputKind found) {
    this.kind = found;
  }

  void add(TorchClass owner, Method method, Expr call, Step step) {
    steps.computeIfAbsent(key(owner, method), k -> new IdentityHashMap<>()).put(call, step);
  }

  void clear() {
    steps.clear();
  }

  /** What becomes of the calls of a method, by identity; empty if the chain does not touch it. */
  Map<Expr, Step> of(TorchClass owner, Method method) {
    return steps.getOrDefault(key(owner, method), Map.of());
  }

  private static String key(TorchClass owner, Method method) {
    return owner.name() + "#" + method.name();
  }
}
