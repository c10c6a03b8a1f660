package io.github.gradcam.dl4j.internal.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * A layer or vertex of a network, whatever kind of network that is.
 *
 * @param name its name, or number
 * @param inputs the names of what flows in
 * @param before what stands before it
 * @param layer the layer, if it is one
 * @param vertex the vertex, if it holds no layer
 */
record Node(
    String name,
    List<String> inputs,
    Optional<InputPreProcessor> before,
    Optional<Layer> layer,
    Optional<GraphVertex> vertex) {

  /** The name of what flows into a network whose layers follow one another. */
  static final String INPUT = "";

  static List<Node> of(MultiLayerNetwork network) {
    return IntStream.range(0, network.getnLayers())
        .mapToObj(
            i ->
                new Node(
                    Integer.toString(i),
                    List.of(i == 0 ? INPUT : Integer.toString(i - 1)),
                    Optional.ofNullable(network.getLayerWiseConfigurations().getInputPreProcess(i)),
                    Optional.of(
                        Frozen.thawed(network.getLayerWiseConfigurations().getConf(i).getLayer())),
                    Optional.empty()))
        .toList();
  }

  /** In an order in which what flows in comes first. */
  static List<Node> of(ComputationGraph graph) {
    return Arrays.stream(graph.topologicalSortOrder())
        .mapToObj(index -> graph.getVertices()[index].getVertexName())
        .flatMap(name -> of(graph, name).stream())
        .toList();
  }

  private static Optional<Node> of(ComputationGraph graph, String name) {
    Map<String, List<String>> inputs = graph.getConfiguration().getVertexInputs();
    return Optional.ofNullable(graph.getConfiguration().getVertices().get(name))
        .map(Frozen::thawed)
        .map(vertex -> of(name, inputs.getOrDefault(name, List.of()), vertex));
  }

  private static Node of(String name, List<String> inputs, GraphVertex vertex) {
    if (vertex instanceof LayerVertex holder) {
      return new Node(
          name,
          inputs,
          Optional.ofNullable(holder.getPreProcessor()),
          Optional.of(Frozen.thawed(holder.getLayerConf().getLayer())),
          Optional.empty());
    } else if (vertex instanceof PreprocessorVertex holder) {
      return new Node(
          name, inputs, Optional.of(holder.getPreProcessor()), Optional.empty(), Optional.empty());
    }
    return new Node(name, inputs, Optional.empty(), Optional.empty(), Optional.of(vertex));
  }

  /**
   * What comes out, by Deeplearning4j's own arithmetic, which may write to the configurations: it
   * is given copies.
   */
  InputType output(List<InputType> given) {
    if (vertex.isPresent()) {
      return vertex.get().clone().getOutputType(0, given.toArray(InputType[]::new));
    }
    InputType inner =
        before.map(preprocessor -> preprocessor.getOutputType(given.get(0))).orElse(given.get(0));
    return layer.map(one -> one.clone().getOutputType(0, inner)).orElse(inner);
  }
}
