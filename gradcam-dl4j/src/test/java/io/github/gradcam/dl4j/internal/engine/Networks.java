package io.github.gradcam.dl4j.internal.engine;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Makes tiny networks in double precision, none of whose parameters is as it is before training.
 */
final class Networks {

  private static final long SEED = 20;

  private Networks() {}

  /** Layers that follow one another; Deeplearning4j puts in what stands between them. */
  static MultiLayerNetwork of(InputType input, Layer... layers) {
    ListBuilder list = new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE).list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    return trained(new MultiLayerNetwork(list.setInputType(input).build()));
  }

  /** Layers that follow one another, each as it is: their numbers of inputs must be told. */
  static MultiLayerNetwork bare(Layer... layers) {
    ListBuilder list = new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE).list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    return trained(new MultiLayerNetwork(list.build()));
  }

  /** A graph with one input, {@code in}. */
  static ComputationGraph graph(InputType input, UnaryOperator<GraphBuilder> vertices) {
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.DOUBLE)
            .graphBuilder()
            .addInputs("in")
            .setInputTypes(input);
    return trained(new ComputationGraph(vertices.apply(builder).build()));
  }

  /** A graph with one input, {@code in}, as it is: numbers of inputs must be told. */
  static ComputationGraph bare(UnaryOperator<GraphBuilder> vertices) {
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.DOUBLE)
            .graphBuilder()
            .addInputs("in");
    return trained(new ComputationGraph(vertices.apply(builder).build()));
  }

  static MultiLayerNetwork trained(MultiLayerNetwork network) {
    network.init();
    randomise(network.paramTable());
    return network;
  }

  static ComputationGraph trained(ComputationGraph graph) {
    graph.init();
    randomise(graph.paramTable());
    return graph;
  }

  private static void randomise(Map<String, INDArray> parameters) {
    Random random = new Random(SEED);
    new TreeMap<>(parameters)
        .forEach(
            (name, array) -> {
              double[] numbers = new double[(int) array.length()];
              for (int i = 0; i < numbers.length; i++) {
                numbers[i] = number(name, numbers.length, random);
              }
              array.assign(Nd4j.create(numbers, array.shape(), 'c'));
            });
  }

  /**
   * Variances are above zero, and so are factors, so that no layer is blind; large arrays have
   * small numbers, so that no function at the end is as good as flat.
   */
  private static double number(String name, int count, Random random) {
    return name.endsWith("_var") || name.endsWith("_gamma") || name.endsWith("_g")
        ? 0.5 + random.nextDouble()
        : Math.min(0.3, 2 / Math.sqrt(count)) * random.nextGaussian();
  }
}
