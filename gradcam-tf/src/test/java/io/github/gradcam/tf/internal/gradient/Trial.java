package io.github.gradcam.tf.internal.gradient;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/** Runs a model forwards, and backwards from what was kept alone. */
final class Trial implements AutoCloseable {

  private final Model model;
  private final Session session;

  Trial(Model model) {
    this(model, ConfigProto.getDefaultInstance());
  }

  private Trial(Model model, ConfigProto config) {
    this.model = model;
    this.session = new Session(model.graph, config);
  }

  /**
   * Runs the graph as it stands: what TensorFlow does to it first takes longer the deeper it is.
   */
  static Trial plain(Model model) {
    RewriterConfig none = RewriterConfig.newBuilder().setDisableMetaOptimizer(true).build();
    GraphOptions options = GraphOptions.newBuilder().setRewriteOptions(none).build();
    return new Trial(model, ConfigProto.newBuilder().setGraphOptions(options).build());
  }

  Value forward(List<Value> inputs, Output<?> output) {
    try (Fed fed = new Fed(session.runner());
        Result result = fed.inputs(model, inputs).runner.fetch(output).run()) {
      return Value.read(result.get(0));
    }
  }

  /** The gradients at some tensors; the way back is not fed with the model's inputs. */
  List<Value> backward(
      List<Value> inputs, Backward backward, Value cotangent, Collection<Output<?>> tensors) {
    List<Output<?>> gradients = new ArrayList<>();
    tensors.forEach(tensor -> gradients.add(backward.gradient(tensor).orElseThrow()));
    Map<Output<?>, Output<?>> places = backward.way(gradients).kept();
    Set<Output<?>> kept = places.keySet();
    Map<Output<?>, Tensor> values = new HashMap<>();
    List<Output<?>> fetched = new ArrayList<>(kept);
    fetched.removeAll(model.inputs());
    // Something is always fetched, as no run is without a result.
    fetched.add(model.integer(0));
    Session.Runner there = session.runner();
    fetched.forEach(there::fetch);
    try (Fed fed = new Fed(there);
        Result result = fed.inputs(model, inputs).runner.run()) {
      for (int i = 0; i < fetched.size(); i++) {
        values.put(fetched.get(i), result.get(i));
      }
      values.keySet().retainAll(kept);
      // TensorFlow refuses to fetch what it is fed with: the inputs are at hand.
      for (int i = 0; i < inputs.size(); i++) {
        if (kept.contains(model.inputs().get(i))) {
          values.put(model.inputs().get(i), fed.tensors.get(i));
        }
      }
      Map<Output<?>, Tensor> back = new HashMap<>();
      places.forEach((tensor, place) -> back.put(place, values.get(tensor)));
      return back(backward, cotangent, gradients, back);
    }
  }

  private List<Value> back(
      Backward backward, Value cotangent, List<Output<?>> gradients, Map<Output<?>, Tensor> kept) {
    Session.Runner runner = session.runner();
    kept.forEach(runner::feed);
    gradients.forEach(runner::fetch);
    List<Value> found = new ArrayList<>();
    try (Fed fed = new Fed(runner)) {
      fed.one(backward.cotangent(), cotangent);
      try (Result result = fed.runner.run()) {
        result.forEach(entry -> found.add(Value.read(entry.getValue())));
      }
    }
    return found;
  }

  @Override
  public void close() {
    session.close();
  }

  /** Tensors that are fed, and closed after the run. */
  private static final class Fed implements AutoCloseable {

    private final Session.Runner runner;
    private final List<Tensor> tensors = new ArrayList<>();

    Fed(Session.Runner runner) {
      this.runner = runner;
    }

    Fed inputs(Model model, List<Value> inputs) {
      for (int i = 0; i < inputs.size(); i++) {
        one(model.inputs().get(i), inputs.get(i));
      }
      return this;
    }

    void one(Output<?> tensor, Value value) {
      tensors.add(value.tensor(tensor.dataType()));
      runner.feed(tensor, tensors.get(tensors.size() - 1));
    }

    @Override
    public void close() {
      tensors.forEach(Tensor::close);
    }
  }
}
