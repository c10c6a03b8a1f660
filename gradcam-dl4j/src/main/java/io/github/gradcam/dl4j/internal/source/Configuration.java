package io.github.gradcam.dl4j.internal.source;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.core.JsonToken;

/** A network without its weights. */
sealed interface Configuration {

  /** How many weights the layers need. */
  long parameters();

  /** The network with these weights. They are not copied. */
  Network network(INDArray weights);

  /** Which of the two kinds a text is. */
  enum Kind {
    /** One layer after the other. */
    LAYERS("confs"),
    /** Layers that branch and join. */
    GRAPH("vertices");

    private final String field;

    Kind(String field) {
      this.field = field;
    }

    /** The kind whose field a text has. */
    static Optional<Kind> of(String json) {
      Set<String> fields = new TreeSet<>();
      Json.walk(
          NetworkArchive.CONFIGURATION,
          json,
          (token, parser, depth) -> {
            if (depth == 1 && token == JsonToken.FIELD_NAME) {
              fields.add(parser.getCurrentName());
            }
          });
      boolean layers = fields.contains(LAYERS.field);
      boolean graph = fields.contains(GRAPH.field);
      return layers == graph ? Optional.empty() : Optional.of(layers ? LAYERS : GRAPH);
    }
  }

  /**
   * Reads one, whose classes have been checked.
   *
   * @throws SourceException if Deeplearning4j cannot read it
   */
  static Configuration parse(String json) {
    Kind kind =
        Kind.of(json)
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
              + SourceException.line(unknown)
              + ". If another version wrote it, open it there and save it again with"
              + " 1.0.0-beta7 or later",
          unknown);
    }
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
