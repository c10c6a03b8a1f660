package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.error.EngineException;
import io.github.gradcam.error.GradCamException;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.spi.Lifetime;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.tf.internal.graph.Axes;
import io.github.gradcam.tf.internal.graph.Ref;
import io.github.gradcam.tf.internal.layer.Address;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.tensorflow.Output;

/** Runs passes through a network. */
final class Passes {

  private final Network network;
  private final Map<Ref, Axes> axes;
  private final Ref inputRef;
  private final Ref outputRef;
  private final Inputs inputs;
  private final int imageRank;
  private final Map<Address, Wiring> single = new ConcurrentHashMap<>();

  Passes(Network network, Map<Ref, Axes> axes, Ref inputRef, Ref outputRef) {
    this.network = network;
    this.axes = axes;
    this.inputRef = inputRef;
    this.outputRef = outputRef;
    org.tensorflow.ndarray.Shape shape = network.input().shape();
    this.imageRank = shape.isUnknown() ? 4 : shape.numDimensions();
    this.inputs = Inputs.of(shape, turn(inputRef, imageRank));
  }

  Inputs inputs() {
    return inputs;
  }

  Network network() {
    return network;
  }

  Lifetime lifetime() {
    return network.lifetime();
  }

  /** How the axes of a tensor of the network are turned. */
  Turn turn(Ref ref, int rank) {
    Axes known = axes.get(ref);
    // Of an image nobody says more than the first layer, and without one it is as Keras has it.
    return Border.turn(Optional.ofNullable(known), rank, imageRank);
  }

  /** The output alone. */
  Tensor output(Tensor batch) {
    inputs.check(batch);
    try (Fetched fetched = forward(batch, List.of(network.output()))) {
      return read(fetched, outputRef, network.output());
    }
  }

  /** A pass that hands out layers. */
  TfCapture capture(Wiring wiring, Tensor batch) {
    inputs.check(batch);
    return captured(wiring, batch, () -> forward(batch, wanted(wiring)));
  }

  /** A pass from a layer on. */
  TfCapture resume(Address layer, Tensor batch, Tensor activations) {
    Wiring wiring = single.computeIfAbsent(layer, address -> Wiring.of(network, List.of(address)));
    int items = activations.shape().length(0);
    boolean atInput = layer.tensor().equals(inputRef);
    Tensor images = atInput ? activations : repeated(batch, items);
    return captured(
        wiring,
        images,
        () -> {
          Map<Output<?>, org.tensorflow.Tensor> fed = new LinkedHashMap<>();
          try {
            fed.put(network.input(), toEngine(images, inputRef, network.input()));
            if (!atInput) {
              Output<?> tensor = network.tensor(layer.tensor());
              fed.put(tensor, toEngine(activations, layer.tensor(), tensor));
            }
            return ran(fed, wanted(wiring), images);
          } catch (RuntimeException | Error failed) {
            fed.values().forEach(org.tensorflow.Tensor::close);
            throw failed;
          }
        });
  }

  private TfCapture captured(Wiring wiring, Tensor images, Supplier<Fetched> run) {
    Lifetime lifetime = network.lifetime();
    lifetime.use();
    try {
      Fetched fetched = run.get();
      try {
        requireItems(fetched, wiring, images);
        return new TfCapture(this, wiring, fetched, images);
      } catch (RuntimeException | Error failed) {
        fetched.close();
        throw failed;
      }
    } catch (OutOfMemoryError full) {
      lifetime.done();
      throw EngineErrors.ofMemory(full);
    } catch (RuntimeException | Error failed) {
      lifetime.done();
      throw failed;
    }
  }

  private List<Output<?>> wanted(Wiring wiring) {
    List<Output<?>> wanted = new ArrayList<>(List.of(network.output()));
    wiring.layers().forEach(layer -> wanted.add(network.tensor(layer.tensor())));
    wanted.addAll(wiring.way().kept().keySet());
    return wanted;
  }

  private Fetched forward(Tensor batch, List<Output<?>> wanted) {
    Map<Output<?>, org.tensorflow.Tensor> fed = new LinkedHashMap<>();
    try {
      fed.put(network.input(), toEngine(batch, inputRef, network.input()));
      return ran(fed, wanted, batch);
    } catch (RuntimeException | Error failed) {
      fed.values().forEach(org.tensorflow.Tensor::close);
      throw failed;
    }
  }

  private Fetched ran(
      Map<Output<?>, org.tensorflow.Tensor> fed, List<Output<?>> wanted, Tensor batch) {
    Fetched fetched;
    try {
      fetched = Fetched.run(network.runner(), fed, wanted);
    } catch (GradCamException told) {
      throw told;
    } catch (OutOfMemoryError full) {
      throw EngineErrors.ofMemory(full);
    } catch (RuntimeException failed) {
      throw EngineErrors.ofForward(failed, batch.shape().toString(), inputs.wanted());
    }
    try {
      requireItems(fetched, batch);
      return fetched.owning(fed.values());
    } catch (RuntimeException failed) {
      fetched.close();
      throw failed;
    }
  }

  /** Where images do not fit, a network that reshapes may take two halves for two images. */
  private void requireItems(Fetched fetched, Tensor batch) {
    int[] lengths = Border.lengths(fetched.get(network.output()));
    if (lengths.length > 0 && lengths[0] != batch.shape().length(0)) {
      throw new InvalidInputException(
          "The network cannot take an input of shape "
              + batch.shape()
              + ": it gives "
              + lengths[0]
              + " outputs for "
              + batch.shape().length(0)
              + " images. "
              + inputs.wanted());
    }
  }

  /** Within windows or dilated convolutions, parts of an image may stand in the place of images. */
  private void requireItems(Fetched fetched, Wiring wiring, Tensor images) {
    int items = images.shape().length(0);
    for (Address layer : wiring.layers()) {
      int[] lengths = Border.lengths(fetched.get(network.tensor(layer.tensor())));
      if (lengths.length == 0 || lengths[0] != items) {
        throw new UnexplainableLayerException(
            layer.text(),
            "The layer \""
                + layer.text()
                + "\" gives "
                + (lengths.length == 0 ? "a single number" : counted(lengths[0], "item"))
                + " for "
                + counted(items, "image")
                + ", and nobody knows which belongs to which. Choose a layer around it.");
      }
    }
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** The shape of each of some tensors for one image of zeros. */
  List<Shape> shapes(List<Address> layers, Shape input) {
    Tensor zeros = Tensor.zeros(input.batch(1));
    inputs.check(zeros);
    List<Output<?>> probes = Shapes.of(network, layers);
    List<Output<?>> wanted = new ArrayList<>(probes);
    wanted.add(network.output());
    try (Fetched fetched = forward(zeros, wanted)) {
      List<Shape> shapes = new ArrayList<>();
      for (int i = 0; i < layers.size(); i++) {
        int[] lengths = Shapes.read(fetched.get(probes.get(i)));
        shapes.add(Shape.of(turn(layers.get(i).tensor(), lengths.length).fromEngine(lengths)));
      }
      return shapes;
    }
  }

  org.tensorflow.Tensor toEngine(Tensor tensor, Ref ref, Output<?> output) {
    try {
      return Border.toEngine(tensor, output.dataType(), turn(ref, tensor.shape().rank()));
    } catch (OutOfMemoryError full) {
      throw EngineErrors.ofMemory(full);
    }
  }

  Tensor read(Fetched fetched, Ref ref, Output<?> output) {
    return read(fetched.get(output), ref);
  }

  Tensor read(org.tensorflow.Tensor tensor, Ref ref) {
    try {
      return Border.fromEngine(tensor, turn(ref, tensor.shape().numDimensions()));
    } catch (OutOfMemoryError full) {
      throw EngineErrors.ofMemory(full);
    } catch (ArithmeticException | InvalidInputException large) {
      throw new EngineException(
          "The network made a tensor of shape "
              + tensor.shape()
              + ", which is more than can be handed out. Give it smaller images.",
          large);
    }
  }

  Ref outputRef() {
    return outputRef;
  }

  private static Tensor repeated(Tensor batch, int items) {
    return batch.shape().length(0) == items
        ? batch
        : Tensor.stack(Collections.nCopies(items, batch.item(0)));
  }
}
