package io.github.gradcam.dl4j.internal.source;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.shade.jackson.core.type.TypeReference;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * A part of a Keras file's description that has a class, a name and settings: a layer, or a network
 * of layers.
 *
 * @param type its class
 * @param values its settings
 * @param nodes how it is called: one entry for each call
 */
record KerasModel(String type, Map<String, @Nullable Object> values, List<?> nodes) {

  private static final int MOST_LAYERS = 10_000;
  private static final String DESCRIPTION = "model_config";

  /** The whole network of a file. */
  static KerasModel parse(String json) {
    Json.walk(DESCRIPTION, json, (token, parser, depth) -> {});
    try {
      return of(new ObjectMapper().readValue(json, new TypeReference<Map<String, Object>>() {}));
    } catch (IOException impossible) {
      throw new SourceException("holds a " + DESCRIPTION + " that is no JSON", impossible);
    }
  }

  private static KerasModel of(@Nullable Object described) {
    if (described instanceof Map<?, ?> map
        && map.get("class_name") instanceof String type
        && map.get("config") instanceof Map<?, ?> config) {
      @SuppressWarnings("unchecked") // Keys of JSON are texts.
      Map<String, @Nullable Object> values = (Map<String, @Nullable Object>) config;
      List<?> nodes = map.get("inbound_nodes") instanceof List<?> list ? list : List.of();
      return new KerasModel(type, values, nodes);
    }
    if (described instanceof Map<?, ?> map
        && "Sequential".equals(map.get("class_name"))
        && map.get("config") instanceof List<?> layers) {
      // Before Keras 2.2.3 there was nothing but the layers.
      return new KerasModel(
          "Sequential", Map.of("name", "sequential", "layers", layers), List.of());
    }
    throw new SourceException(
        "holds a " + DESCRIPTION + " in which something has no class_name or no config");
  }

  /** Whether its layers follow each other. */
  boolean isSequential() {
    return type.equals("Sequential");
  }

  /** Whether its layers branch and join. */
  boolean isFunctional() {
    return type.equals("Functional") || type.equals("Model");
  }

  /** Whether it is a network and no layer. */
  boolean isNetwork() {
    return isSequential() || isFunctional();
  }

  String name() {
    if (values.get("name") instanceof String name && !name.isEmpty()) {
      return name;
    }
    throw new SourceException(
        "holds a " + DESCRIPTION + " with a " + Shown.text(type) + " that has no name");
  }

  /** The layers of a network, as they stand there. */
  List<KerasModel> layers() {
    if (values.get("layers") instanceof List<?> layers) {
      if (layers.size() > MOST_LAYERS) {
        throw new SourceException("has a network of " + layers.size() + " layers");
      }
      return layers.stream().map(KerasModel::of).toList();
    }
    throw new SourceException(
        "holds a " + DESCRIPTION + " with a " + Shown.text(type) + " that has no layers");
  }

  /** One of the lists of a network's ends, {@code input_layers} and {@code output_layers}. */
  List<KerasReference> ends(String key) {
    return KerasReference.all(values.get(key));
  }

  /** What it is called with. */
  List<KerasReference> inputs() {
    if (nodes.size() > 1) {
      throw new SourceException(
          "calls "
              + Shown.quoted(name())
              + " ("
              + Shown.text(type)
              + ") "
              + nodes.size()
              + " times. A layer that is shared is not opened; give each call a layer of its own");
    }
    return nodes.isEmpty() ? List.of() : KerasReference.all(nodes.get(0));
  }
}
