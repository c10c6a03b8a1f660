package io.github.gradcam.dl4j.internal.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Builds a network of Deeplearning4j that computes what one of Keras does.
 *
 * <p>Deeplearning4j's own import is not used. Of the layers that it accepts it computes some
 * otherwise than Keras, without a word: grouped convolutions, PReLU, and all that has not the axis
 * it expects. Many networks it does not accept, such as those with a network as a layer. And it
 * reads files with a native library.
 */
final class KerasNetwork {

  private static final int IMAGE = 3;
  private static final int BATCH_NORM_ARRAYS = 4;
  private static final long MOST_CHANNELS = 1 << 20;

  private final KerasFile file;
  private final ComputationGraphConfiguration.GraphBuilder builder =
      new NeuralNetConfiguration.Builder().graphBuilder();
  private final Map<String, KerasShape> shapes = new HashMap<>();
  private final Map<String, Weighted> weighted = new LinkedHashMap<>();

  private KerasNetwork(KerasFile file) {
    this.file = file;
  }

  /** A layer of Deeplearning4j and where its weights come from. */
  private record Weighted(KerasArrays arrays, Map<String, KerasWeight> weights) {}

  /**
   * Builds it.
   *
   * @throws SourceException if it cannot be built, or would need more memory than the file has
   *     weights
   */
  static Network read(KerasFile file, String json) {
    KerasGraph graph = KerasGraph.of(KerasModel.parse(json));
    return new KerasNetwork(file).build(graph);
  }

  private Network build(KerasGraph graph) {
    if (graph.inputs().isEmpty() || graph.outputs().isEmpty()) {
      throw new SourceException("holds a network without inputs or outputs");
    }
    builder.allowDisconnected(true);
    builder.addInputs(graph.inputs());
    for (KerasLayer layer : graph.layers()) {
      if (layer.type().equals(KerasGraph.INPUT)) {
        shapes.put(layer.name(), inputShape(layer));
      } else {
        add(layer);
      }
    }
    builder.setOutputs(graph.outputs().toArray(String[]::new));
    Configuration.Graph configuration = new Configuration.Graph(configuration());
    Network.Graph network = initialised(configuration);
    return new Network.Graph(network.network(), input(graph));
  }

  private void add(KerasLayer layer) {
    List<KerasShape> inputs = new ArrayList<>();
    for (String name : layer.inputs()) {
      KerasShape shape = shapes.get(name);
      if (shape == null) {
        throw layer.refused("which takes from " + Shown.quoted(name) + ", and that is missing");
      }
      inputs.add(shape);
    }
    List<KerasStep> steps;
    try {
      steps = KerasLayers.steps(layer, inputs);
    } catch (ArithmeticException | IllegalArgumentException | IllegalStateException odd) {
      throw new SourceException(
          "has the layer "
              + Shown.quoted(layer.name())
              + ", whose settings make no sense: "
              + SourceException.line(odd),
          odd);
    }
    List<String> from = layer.inputs();
    for (int i = 0; i < steps.size(); i++) {
      // The last has the layer's name; what comes before is a part of it.
      String name = layer.name() + (i == steps.size() - 1 ? "" : "/part" + (i + 1));
      append(layer, name, steps.get(i), from.toArray(String[]::new));
      from = List.of(name);
    }
  }

  private void append(KerasLayer layer, String name, KerasStep step, String[] from) {
    if (shapes.putIfAbsent(name, step.shape()) != null) {
      throw new SourceException("has two layers of the name " + Shown.quoted(name));
    }
    if (step instanceof KerasStep.Computes computes) {
      builder.addLayer(name, computes.layer(), from);
      if (!computes.weights().isEmpty()) {
        KerasArrays arrays = new KerasArrays(layer, file.arrays(layer));
        requireHeld(computes, arrays);
        weighted.put(name, new Weighted(arrays, computes.weights()));
      }
    } else if (step instanceof KerasStep.Moves moves) {
      builder.addVertex(name, moves.vertex(), from);
    }
  }

  /** Memory is asked for only where the file holds what shall lie there. */
  private static void requireHeld(KerasStep.Computes step, KerasArrays arrays) {
    long held = arrays.byName().values().stream().mapToLong(KerasArray::length).sum();
    // A normalization may have one array of four in the file, or be settings alone.
    long most =
        step.layer() instanceof BatchNormalization
            ? Math.max(BATCH_NORM_ARRAYS * held, MOST_CHANNELS)
            : held;
    long wanted = step.layer().initializer().numParams(step.layer());
    if (wanted < 0 || wanted > most) {
      throw arrays
          .layer()
          .refused("which needs " + wanted + " weights, but the file holds " + held + " for it");
    }
  }

  private ComputationGraphConfiguration configuration() {
    try {
      return builder.build();
    } catch (RuntimeException odd) {
      throw new SourceException(
          "holds a network that Deeplearning4j cannot build: " + SourceException.line(odd), odd);
    }
  }

  private Network.Graph initialised(Configuration.Graph configuration) {
    DataType type =
        weighted.values().stream()
                .flatMap(one -> one.arrays().byName().values().stream())
                .anyMatch(array -> array.type() == DataType.DOUBLE)
            ? DataType.DOUBLE
            : DataType.FLOAT;
    long wanted = configuration.parameters();
    if (wanted == 0) {
      throw new SourceException("holds a network without weights, in which nothing was learned");
    }
    INDArray row = Memory.row(type, wanted);
    try {
      Network.Graph network = configuration.network(row);
      weighted.forEach((name, one) -> fill(network.network(), name, one));
      return network;
    } catch (RuntimeException | Error failed) {
      row.close();
      throw failed;
    }
  }

  private static void fill(ComputationGraph network, String name, Weighted one) {
    Map<String, INDArray> table = network.getLayer(name).paramTable();
    for (Map.Entry<String, INDArray> wanted : table.entrySet()) {
      KerasWeight weight = one.weights().get(wanted.getKey());
      if (weight == null) {
        throw one.arrays().layer().refused("whose weights are not all known");
      }
      INDArray read = weight.from(one.arrays());
      if (read.length() != wanted.getValue().length()) {
        throw one.arrays()
            .layer()
            .refused(
                "which needs "
                    + wanted.getValue().length()
                    + " weights "
                    + wanted.getKey()
                    + ", but the file holds "
                    + read.length());
      }
      wanted.getValue().assign(read.reshape('c', wanted.getValue().shape()));
      if (read.closeable()) {
        read.close();
      }
    }
  }

  private static KerasShape inputShape(KerasLayer layer) {
    List<?> described = layer.settings().list("batch_input_shape");
    List<Integer> lengths = new ArrayList<>();
    for (Object length : described.subList(Math.min(1, described.size()), described.size())) {
      if (length != null && !(length instanceof Integer whole && whole > 0)) {
        throw layer.settings().odd("batch_input_shape", described);
      }
      lengths.add(length instanceof Integer whole ? whole : KerasShape.ANY);
    }
    if (lengths.isEmpty() || lengths.get(lengths.size() - 1) == KerasShape.ANY) {
      throw layer.refused(
          "which does not say how many channels come in. Build the network with an"
              + " InputLayer(shape)");
    }
    return new KerasShape(lengths);
  }

  private Optional<InputType> input(KerasGraph graph) {
    KerasShape shape = shapes.get(graph.inputs().get(0));
    if (graph.inputs().size() > 1 || shape == null || !shape.isKnown()) {
      return Optional.empty();
    }
    return switch (shape.rank()) {
      case 1 -> Optional.of(InputType.feedForward(shape.channels()));
      case IMAGE ->
          Optional.of(
              InputType.convolutional(
                  shape.length(0), shape.length(1), shape.channels(), CNN2DFormat.NHWC));
      default -> Optional.empty();
    };
  }
}
