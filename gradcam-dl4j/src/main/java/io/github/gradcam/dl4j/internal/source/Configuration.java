package io.github.gradcam.dl4j.internal.source;

import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network without its weights. */
sealed interface Configuration {

  /** How many weights the layers need. */
  long parameters();

  /** The network with these weights. They are not copied. */
  Network network(INDArray weights);

  /**
   * Reads one, whose classes have been checked.
   *
   * @throws SourceException if Deeplearning4j cannot read it
   */
  static Configuration parse(String json) {
    NetworkKind kind =
        NetworkKind.of(json)
            .orElseThrow(
                () ->
                    new SourceException(
                        "holds a "
                            + NetworkArchive.CONFIGURATION
                            + " that describes neither a MultiLayerNetwork nor a"
                            + " ComputationGraph"));
    try {
      return switch (kind) {
        case LAYERS -> new Layers(MultiLayerConfiguration.fromJson(json));
        case GRAPH -> new Graph(ComputationGraphConfiguration.fromJson(json));
      };
    } catch (RuntimeException unknown) {
      throw new SourceException(
          "holds a configuration that Deeplearning4j 1.0.0-M2.1 does not read: "
              + SourceException.line(first(unknown))
              + ". If another version wrote it, open it there and save it again with"
              + " 1.0.0-beta7 or later",
          unknown);
    }
  }

  /** What went wrong first: what is said later speaks of other versions, whatever it was. */
  private static Throwable first(Throwable last) {
    Throwable cause = last.getCause();
    return cause == null ? last : first(cause);
  }

  /** One layer after the other. */
  record Layers(MultiLayerConfiguration conf) implements Configuration {

    @Override
    public long parameters() {
      return conf.getConfs().stream().mapToLong(Layers::parameters).reduce(0, Math::addExact);
    }

    private static long parameters(NeuralNetConfiguration layer) {
      return counted(layer.getLayer().initializer().numParams(layer));
    }

    @Override
    public Network.Layers network(INDArray weights) {
      conf.setDataType(weights.dataType());
      MultiLayerNetwork network = new MultiLayerNetwork(conf);
      network.init(weights, false);
      return new Network.Layers(network, Optional.empty());
    }
  }

  /** Layers that branch and join. */
  record Graph(ComputationGraphConfiguration conf) implements Configuration {

    @Override
    public long parameters() {
      return conf.getVertices().values().stream()
          .mapToLong(Graph::parameters)
          .reduce(0, Math::addExact);
    }

    private static long parameters(GraphVertex vertex) {
      return counted(vertex.numParams(true));
    }

    @Override
    public Network.Graph network(INDArray weights) {
      conf.setDataType(weights.dataType());
      ComputationGraph network = new ComputationGraph(conf);
      network.init(weights, false);
      return new Network.Graph(network, Optional.empty());
    }
  }

  private static long counted(long parameters) {
    if (parameters < 0) {
      throw new ArithmeticException("a layer with " + parameters + " weights");
    }
    return parameters;
  }
}
