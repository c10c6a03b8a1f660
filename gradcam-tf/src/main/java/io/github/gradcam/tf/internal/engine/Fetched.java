package io.github.gradcam.tf.internal.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;

/**
 * What a run has handed out, and what it was fed that is needed again. The engine does not give a
 * tensor twice in one run, nor one that it was fed.
 */
final class Fetched implements AutoCloseable {

  private final Map<Output<?>, Tensor> tensors;
  private final List<AutoCloseable> owned;

  private Fetched(Map<Output<?>, Tensor> tensors, List<AutoCloseable> owned) {
    this.tensors = tensors;
    this.owned = owned;
  }

  /**
   * Runs.
   *
   * @param runner a fresh one
   * @param fed what it is fed; stays the caller's, open as long as this is
   * @param wanted what to hand out
   */
  static Fetched run(
      Session.Runner runner, Map<Output<?>, Tensor> fed, Collection<Output<?>> wanted) {
    Map<Output<?>, Tensor> tensors = new HashMap<>();
    fed.forEach(
        (output, tensor) -> {
          runner.feed(output, tensor);
          tensors.put(output, tensor);
        });
    Set<Output<?>> fetched = new LinkedHashSet<>();
    for (Output<?> output : wanted) {
      if (!tensors.containsKey(output) && fetched.add(output)) {
        runner.fetch(output);
      }
    }
    List<AutoCloseable> owned = new ArrayList<>();
    if (!fetched.isEmpty()) {
      Result result = runner.run();
      owned.add(result);
      int next = 0;
      for (Output<?> output : fetched) {
        tensors.put(output, result.get(next++));
      }
    }
    return new Fetched(tensors, owned);
  }

  /** The same, owning what it was fed. */
  Fetched owning(Collection<Tensor> fed) {
    List<AutoCloseable> all = new ArrayList<>(owned);
    all.addAll(fed);
    return new Fetched(tensors, all);
  }

  /** A tensor that was fed or fetched. */
  Tensor get(Output<?> output) {
    Tensor tensor = tensors.get(output);
    if (tensor == null) {
      throw new IllegalStateException("not fetched: " + output);
    }
    return tensor;
  }

  @Override
  public void close() {
    for (AutoCloseable each : owned) {
      try {
        each.close();
      } catch (Exception impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
