package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.dl4j.internal.plan.Place;
import io.github.gradcam.dl4j.internal.plan.Plan;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.spi.Lifetime;
import io.github.gradcam.spi.Requests;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs passes through a network. */
final class Passes {

  private final Network network;
  private final Plan plan;
  private final Wiring plain;

  Passes(Network network) {
    this.network = network;
    this.plan = network.plan();
    this.plain = Wiring.of(plan, List.of());
  }

  Network network() {
    return network;
  }

  Lifetime lifetime() {
    return network.lifetime();
  }

  /** The output alone. */
  Tensor output(Tensor batch) {
    return computed(() -> batch, plain, values -> read(values.get(plan.output()), plan.output()));
  }

  /** The shape of each of some layers for one image of zeros. */
  List<Shape> shapes(List<Place> layers, Shape input) {
    return computed(
        () -> Tensor.zeros(input.batch(1)),
        Wiring.of(plan, layers),
        values -> layers.stream().map(layer -> shape(values, layer.value())).toList());
  }

  private <T> T computed(Supplier<Tensor> images, Wiring wiring, Function<Values, T> result) {
    try {
      Tensor batch = images.get();
      check(batch);
      try (Scope scope = network.workspaces().open()) {
        return result.apply(run(scope, batch, wiring.needed(), fed(batch)));
      }
    } catch (OutOfMemoryError full) {
      throw EngineErrors.ofMemory(full);
    }
  }

  /** A pass that hands out layers. */
  Dl4jCapture capture(Wiring wiring, Tensor batch) {
    check(batch);
    return captured(wiring, batch, wiring.needed(), fed(batch));
  }

  /** A pass from a layer on; what does not lie behind the layer comes from an earlier pass. */
  Dl4jCapture resume(Place layer, Tensor batch, Values before, Tensor activations) {
    Wiring wiring = Wiring.of(plan, List.of(layer));
    int items = activations.shape().length(0);
    BitSet again = (BitSet) wiring.needed().clone();
    again.and(wiring.behind());
    Tensor images = layer.value() == 0 ? activations : repeated(batch, items);
    int times = items / batch.shape().length(0);
    return captured(
        wiring,
        images,
        again,
        values -> {
          values.set(layer.value(), toEngine(activations, layer.value()));
          beside(wiring, again)
              .forEach(
                  value -> {
                    INDArray array = before.get(value);
                    values.set(value, times == 1 ? array.dup() : array.repeat(0, times));
                  });
        });
  }

  /** The values that are used again and do not depend on the layer. */
  private List<Integer> beside(Wiring wiring, BitSet again) {
    BitSet beside = new BitSet();
    int layer = wiring.layers().get(0).value();
    again.stream()
        .filter(value -> value != layer)
        .forEach(value -> plan.steps().get(value - 1).inputs().forEach(beside::set));
    beside.set(plan.output());
    beside.andNot(wiring.behind());
    return beside.stream().boxed().toList();
  }

  private Dl4jCapture captured(Wiring wiring, Tensor images, BitSet wanted, Consumer<Values> feed) {
    Lifetime lifetime = network.lifetime();
    lifetime.use();
    Scope scope = network.workspaces().open();
    try {
      Values values = run(scope, images, wanted, feed);
      requireItems(values, wiring, images);
      return new Dl4jCapture(this, wiring, scope, values, images);
    } catch (OutOfMemoryError full) {
      scope.close();
      lifetime.done();
      throw EngineErrors.ofMemory(full);
    } catch (RuntimeException | Error failed) {
      scope.close();
      lifetime.done();
      throw failed;
    }
  }

  private Values run(Scope scope, Tensor images, BitSet wanted, Consumer<Values> feed) {
    Values values = new Values(plan);
    try {
      scope.within(
          () -> {
            feed.accept(values);
            values.compute(wanted);
            return values;
          });
    } catch (StepException failed) {
      throw EngineErrors.ofForward(failed, images.shape(), plan.input().wanted());
    }
    Shape output = shape(values, plan.output());
    if (output.rank() > 0 && output.length(0) != images.shape().length(0)) {
      throw new InvalidInputException(
          "The network cannot take an input of shape "
              + images.shape()
              + ": it gives "
              + output.length(0)
              + " outputs for "
              + images.shape().length(0)
              + " images. "
              + plan.input().wanted());
    }
    return values;
  }

  private Consumer<Values> fed(Tensor batch) {
    return values -> values.set(0, toEngine(batch, 0));
  }

  private void check(Tensor batch) {
    if (!plan.input().fits(batch.shape())) {
      throw new InvalidInputException(
          "The network cannot take an input of shape "
              + batch.shape()
              + ". "
              + plan.input().wanted());
    }
    Requests.batch(batch);
  }

  /** Where images are stacked, nobody knows which item belongs to which. */
  private void requireItems(Values values, Wiring wiring, Tensor images) {
    int items = images.shape().length(0);
    for (Place layer : wiring.layers()) {
      Shape shape = shape(values, layer.value());
      if (shape.rank() == 0 || shape.length(0) != items) {
        throw new UnexplainableLayerException(
            layer.path(),
            "The layer \""
                + layer.path()
                + "\" gives an output of shape "
                + shape
                + " for "
                + items
                + (items == 1 ? " image" : " images")
                + ", and nobody knows which item belongs to which. Choose a layer around it.");
      }
    }
  }

  INDArray toEngine(Tensor tensor, int value) {
    return Border.toEngine(tensor, network.type(), plan.layouts().get(value));
  }

  Tensor read(INDArray array, int value) {
    return Border.fromEngine(array, plan.layouts().get(value));
  }

  Shape shape(Values values, int value) {
    return Border.shapeOf(values.get(value), plan.layouts().get(value));
  }

  int output() {
    return plan.output();
  }

  private static Tensor repeated(Tensor batch, int items) {
    return batch.shape().length(0) == items
        ? batch
        : Tensor.stack(Collections.nCopies(items, batch.item(0)));
  }
}
