package io.github.gradcam.djl.internal.engine;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.djl.internal.rewrite.Catalog;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.tensor.Tensor;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Runs passes through a network. */
final class Passes implements Passing {

  private static final String RUN = "gradcam_run";
  private static final String REPLACE = "gradcam_replace";

  private static final long SHAPES_ONLY = -1;

  private final Network network;
  private final Catalog catalog;
  private final Inputs inputs;

  Passes(Network network, Catalog catalog, Inputs inputs) {
    this.network = network;
    this.catalog = catalog;
    this.inputs = inputs;
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public Lifetime lifetime() {
    return network.lifetime();
  }

  Inputs inputs() {
    return inputs;
  }

  /** The output alone, without a graph. */
  Tensor output(Tensor batch) {
    inputs.check(batch);
    try (NDManager manager = network.newManager();
        EngineMode mode = EngineMode.plain()) {
      return Border.fromEngine(run(manager, batch, new long[0]).get(0));
    }
  }

  /** The shape of whatever can be handed out, instead of the tensor. */
  List<NDArray> shapes(NDManager manager, Tensor batch) {
    inputs.check(batch);
    LongStream all = LongStream.of(numbers(catalog.addresses().values()));
    try (EngineMode mode = EngineMode.plain()) {
      return run(manager, batch, LongStream.concat(LongStream.of(SHAPES_ONLY), all).toArray());
    }
  }

  private List<NDArray> run(NDManager manager, Tensor batch, long[] numbers) {
    return method(
        manager, RUN, batch, List.of(Border.toEngine(batch, manager), manager.create(numbers)));
  }

  @Override
  public Capture capture(List<Address> layers, Tensor batch) {
    return captured(
        layers,
        new PassInput(batch, 1),
        manager -> {
          inputs.check(batch);
          return run(manager, batch, numbers(layers));
        });
  }

  @Override
  public Capture resume(Address layer, PassInput input, Tensor activations) {
    if (layer.text().equals(Layer.INPUT)) {
      return capture(List.of(layer), activations);
    }
    return captured(
        List.of(layer),
        input.forItems(activations.shape().length(0)),
        manager -> {
          NDArray given = Border.toEngine(activations, manager);
          String tail = catalog.tails().get(layer.text());
          if (tail != null) {
            return method(manager, tail, activations, List.of(given));
          }
          NDArray repeated = input.forItems(activations.shape().length(0)).toEngine(manager);
          NDArray numbers = manager.create(numbers(List.of(layer)));
          return method(manager, REPLACE, activations, List.of(repeated, numbers, given));
        });
  }

  /** Runs a method in a manager of its own, which the capture closes. */
  private Capture captured(
      List<Address> layers, PassInput input, Function<NDManager, List<NDArray>> method) {
    network.lifetime().use();
    try {
      NDManager manager = network.newManager();
      try (EngineMode mode = EngineMode.recording()) {
        List<NDArray> arrays = method.apply(manager);
        return new TorchCapture(this, manager, input, Pass.of(layers, arrays));
      } catch (RuntimeException | Error failed) {
        manager.close();
        throw failed;
      }
    } catch (RuntimeException | Error failed) {
      network.lifetime().done();
      throw failed;
    }
  }

  private List<NDArray> method(
      NDManager manager, String name, Tensor given, List<NDArray> arguments) {
    try {
      return network.run(manager, name, arguments);
    } catch (EngineException failed) {
      throw EngineErrors.ofForward(failed, given.shape().toString(), inputs.wanted());
    }
  }

  private static long[] numbers(Collection<Address> layers) {
    return layers.stream()
        .flatMap(layer -> layer.numbers().stream())
        .mapToLong(Integer::longValue)
        .toArray();
  }
}
