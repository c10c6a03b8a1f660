package io.github.gradcam.dl4j.internal.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The layers of a Keras network in one list, each after those it takes from. Networks that are
 * layers are dissolved.
 *
 * @param inputs the names of the input layers
 * @param outputs the names of the layers that put out the result
 * @param layers all layers, those for input among them
 */
record KerasGraph(List<String> inputs, List<String> outputs, List<KerasLayer> layers) {

  static final String INPUT = "InputLayer";

  private static final String SHAPE = "batch_input_shape";
  private static final int MOST_LAYERS = 10_000;

  KerasGraph {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    layers = List.copyOf(layers);
  }

  /**
   * The layers of a file's network.
   *
   * @throws SourceException if it is not described as Keras 2 does
   */
  static KerasGraph of(KerasModel network) {
    if (!network.isNetwork()) {
      throw new SourceException(
          "holds a network of the class "
              + Shown.text(network.type())
              + ", whose layers only its Python code knows. Build it with keras.Sequential or"
              + " keras.Model(inputs, outputs)");
    }
    Collector collector = new Collector();
    List<String> outputs = collector.dissolve(network, List.of(), List.of());
    return new KerasGraph(collector.inputs, outputs, new ArrayList<>(collector.layers.values()));
  }

  /** Goes through networks within networks. */
  private static final class Collector {

    private final List<String> inputs = new ArrayList<>();
    private final Map<String, KerasLayer> layers = new LinkedHashMap<>();

    /**
     * Adds the layers of a network.
     *
     * @param outer the names of the networks it lies in, with its own, or none
     * @param fed the outputs that it is called with; none if it is the whole
     * @return the names of the layers with its outputs
     */
    List<String> dissolve(KerasModel network, List<String> outer, List<String> fed) {
      return network.isSequential()
          ? sequential(network, outer, fed)
          : functional(network, outer, fed);
    }

    private List<String> sequential(KerasModel network, List<String> outer, List<String> fed) {
      List<String> current = fed;
      for (KerasModel layer : network.layers()) {
        if (layer.type().equals(INPUT)) {
          current = current.isEmpty() ? input(layer, outer) : current;
          continue;
        }
        if (current.isEmpty()) {
          current = input(inputOf(layer), outer);
        }
        current = add(layer, outer, current);
      }
      if (current.size() != 1) {
        throw new SourceException(
            "holds a Sequential network with " + current.size() + " outputs, where one should be");
      }
      return current;
    }

    /** A network that begins without a layer for input says at the first layer what goes in. */
    private static KerasModel inputOf(KerasModel first) {
      KerasModel layer = first;
      while (layer.isSequential() && !layer.values().containsKey(SHAPE)) {
        List<KerasModel> inner = layer.layers();
        if (inner.isEmpty()) {
          break;
        }
        layer = inner.get(0);
      }
      Map<String, Object> values = new HashMap<>();
      values.put("name", first.name() + "_input");
      Object shape = layer.values().get(SHAPE);
      if (shape != null) {
        values.put(SHAPE, shape);
      }
      return new KerasModel(INPUT, new HashMap<>(values), List.of());
    }

    private List<String> functional(KerasModel network, List<String> outer, List<String> fed) {
      Map<String, List<String>> outputs = new HashMap<>();
      List<KerasReference> starts = network.ends("input_layers");
      if (!fed.isEmpty() && starts.size() != fed.size()) {
        throw new SourceException(
            "calls the network "
                + Shown.quoted(network.name())
                + " with "
                + fed.size()
                + " inputs, but it has "
                + starts.size());
      }
      for (int i = 0; i < fed.size(); i++) {
        outputs.put(starts.get(i).layer(), List.of(fed.get(i)));
      }
      List<KerasModel> left = new ArrayList<>(network.layers());
      while (!left.isEmpty()) {
        List<KerasModel> later = new ArrayList<>();
        for (KerasModel layer : left) {
          if (outputs.containsKey(layer.name())) {
            continue;
          }
          if (!layer.isNetwork() && !layer.type().equals(INPUT)) {
            // Before the call is looked at, which may be odd because the layer is.
            Objects.requireNonNull(
                KerasLayers.translation(layer.type(), KerasLayer.name(outer, layer.name())));
          }
          List<KerasReference> from = layer.inputs();
          if (from.stream().allMatch(one -> outputs.containsKey(one.layer()))) {
            outputs.put(layer.name(), placed(layer, outer, resolved(from, outputs)));
          } else {
            later.add(layer);
          }
        }
        if (later.size() == left.size()) {
          throw new SourceException(
              "has the layer "
                  + Shown.quoted(later.get(0).name())
                  + ", which takes from a layer that is missing or takes from itself");
        }
        left = later;
      }
      return resolved(network.ends("output_layers"), outputs);
    }

    private List<String> placed(KerasModel layer, List<String> outer, List<String> from) {
      if (!from.isEmpty()) {
        return add(layer, outer, from);
      } else if (layer.type().equals(INPUT)) {
        return input(layer, outer);
      }
      throw new SourceException(
          "has the layer "
              + Shown.quoted(layer.name())
              + " ("
              + Shown.text(layer.type())
              + "), which takes from no other");
    }

    private static List<String> resolved(
        List<KerasReference> references, Map<String, List<String>> outputs) {
      List<String> resolved = new ArrayList<>();
      for (KerasReference reference : references) {
        List<String> known = outputs.getOrDefault(reference.layer(), List.of());
        if (reference.output() < 0 || reference.output() >= known.size()) {
          throw new SourceException(
              "takes output "
                  + reference.output()
                  + " of "
                  + Shown.quoted(reference.layer())
                  + ", which has "
                  + known.size());
        }
        resolved.add(known.get(reference.output()));
      }
      return resolved;
    }

    private List<String> input(KerasModel layer, List<String> outer) {
      List<String> added = put(layer, outer, List.of());
      inputs.addAll(added);
      return added;
    }

    private List<String> add(KerasModel layer, List<String> outer, List<String> from) {
      if (!layer.isNetwork()) {
        return put(layer, outer, from);
      }
      List<String> inside = new ArrayList<>(outer);
      inside.add(layer.name());
      return dissolve(layer, inside, from);
    }

    private List<String> put(KerasModel layer, List<String> outer, List<String> from) {
      String name = KerasLayer.name(outer, layer.name());
      Settings settings =
          new Settings(
              "the layer " + Shown.quoted(name) + " (" + Shown.text(layer.type()) + ")",
              layer.values());
      if (layers.containsKey(name)) {
        throw new SourceException("has two layers of the name " + Shown.quoted(name));
      }
      if (layers.size() >= MOST_LAYERS) {
        throw new SourceException("has more than " + MOST_LAYERS + " layers");
      }
      layers.put(name, new KerasLayer(layer.type(), outer, layer.name(), settings, from));
      return List.of(name);
    }
  }
}
