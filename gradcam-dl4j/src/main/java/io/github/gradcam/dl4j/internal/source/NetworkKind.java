package io.github.gradcam.dl4j.internal.source;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.nd4j.shade.jackson.core.JsonToken;

/** Which of Deeplearning4j's two kinds of networks a configuration describes. */
enum NetworkKind {
  /** One layer after the other. */
  LAYERS("confs"),
  /** Layers that branch and join. */
  GRAPH("vertices");

  private final String field;

  NetworkKind(String field) {
    this.field = field;
  }

  /** The kind whose field a text has. */
  static Optional<NetworkKind> of(String json) {
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
