package io.github.gradcam.djl.internal.engine;

import static java.util.Objects.requireNonNull;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.djl.internal.rewrite.Catalog;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Computation;
import io.github.gradcam.model.Layer;
import io.github.gradcam.spi.Lifetime;
import io.github.gradcam.tensor.Tensor;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Runs passes through a network. */
final class Passes implements Passing {

  private static final String RUN = "gradcam_run";
  private static final String REPLACE = "gradcam_replace";

  private static final long SHAPES_ONLY = -1;

  private final Network network;
  private final Catalog catalog;
  private final Inputs inputs;
  private final Shortcut shortcut;
  private final Proofs proofs = new Proofs();

  Passes(Network network, Catalog catalog, Inputs inputs, Shortcut shortcut) {
    this.network = network;
    this.catalog = catalog;
    this.inputs = inputs;
    this.shortcut = shortcut;
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
    try (EngineMode mode = EngineMode.plain()) {
      return run(manager, batch, new long[] {SHAPES_ONLY});
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
          Heads.Choice possible = shortcut.of(layers, batch);
          Heads.Choice choice =
              proofs.settled(
                  possible, layers.get(0), batch.shape(), noise -> agrees(possible, layers, noise));
          return choice.head().isPresent()
              ? afterHead(manager, choice, layers, batch)
              : new Ran(run(manager, batch, numbers(layers)), choice);
        });
  }

  /** Whether a layer's program gives the very activations that the network gives. */
  private boolean agrees(Heads.Choice choice, List<Address> layers, Tensor batch) {
    try (NDManager manager = network.newManager();
        EngineMode mode = EngineMode.pausing()) {
      NDArray given = Border.toEngine(batch, manager);
      Tensor found = Border.fromEngine(choice.head().orElseThrow().run(manager, given));
      Pass written = Pass.of(layers, run(manager, batch, numbers(layers)));
      return Proofs.agree(Border.fromEngine(written.activations().get(0)), found);
    } catch (EngineException unable) {
      return false;
    }
  }

  /** What lies before the layer by its own program, the rest by the network's method. */
  private Ran afterHead(
      NDManager manager, Heads.Choice choice, List<Address> layers, Tensor batch) {
    NDArray activations;
    try {
      activations = choice.head().orElseThrow().run(manager, Border.toEngine(batch, manager));
    } catch (EngineException failed) {
      // The network's own operations name the reason better, if it is not the program's alone.
      return new Ran(
          run(manager, batch, numbers(layers)),
          Heads.Choice.none("the simpler program failed: " + EngineErrors.lastLine(failed))
              .with(choice.waysBack()));
    }
    String tail = requireNonNull(catalog.tails().get(layers.get(0).text()));
    return new Ran(method(manager, tail, batch, List.of(activations)), choice);
  }

  @Override
  public Capture resume(Pass pass, Address layer, PassInput input, Tensor activations) {
    if (layer.text().equals(Layer.INPUT)) {
      return capture(List.of(layer), activations);
    }
    PassInput items = input.forItems(activations.shape().length(0));
    return captured(
        List.of(layer),
        items,
        manager ->
            new Ran(
                resumed(manager, pass, layer, items, activations),
                Computation.asWritten(),
                WaysBack.ONE_BY_ONE));
  }

  private List<NDArray> resumed(
      NDManager manager, Pass pass, Address layer, PassInput input, Tensor activations) {
    NDArray given = Border.toEngine(activations, manager);
    String tail = catalog.tails().get(layer.text());
    if (tail != null && pass.isFloat32(layer)) {
      return method(manager, tail, activations, List.of(given));
    }
    NDArray numbers = manager.create(numbers(List.of(layer)));
    return method(manager, REPLACE, activations, List.of(input.toEngine(manager), numbers, given));
  }

  /**
   * What ran.
   *
   * @param arrays what it returned
   * @param computation how
   * @param waysBack how several ways back are gone
   */
  private record Ran(List<NDArray> arrays, Computation computation, WaysBack waysBack) {

    Ran(List<NDArray> arrays, Heads.Choice choice) {
      this(arrays, choice.computation(), choice.waysBack());
    }
  }

  /** Runs a method in a manager of its own, which the capture closes. */
  private Capture captured(List<Address> layers, PassInput input, Function<NDManager, Ran> method) {
    network.lifetime().use();
    try {
      NDManager manager = network.newManager();
      try (EngineMode mode = EngineMode.recording()) {
        Ran ran = method.apply(manager);
        return new TorchCapture(
            this, manager, input, Pass.of(layers, ran.arrays()), ran.computation(), ran.waysBack());
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
