package io.github.gradcam.dl4j.internal.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.deeplearning4j.nn.conf.layers.Layer;

/** Collects what makes parts of layers, by the class of their configuration. */
final class LayerTypes {

  private final Map<Class<?>, BiFunction<Layer, Parameters, Part>> makers = new HashMap<>();

  <L extends Layer> LayerTypes add(Class<L> type, BiFunction<? super L, Parameters, Part> maker) {
    makers.put(type, (layer, parameters) -> maker.apply(type.cast(layer), parameters));
    return this;
  }

  /** Says why there is no rule for a type. */
  LayerTypes refuse(Class<? extends Layer> type, String reason) {
    makers.put(
        type,
        (layer, parameters) -> {
          throw new UnknownTypeException(type, reason);
        });
    return this;
  }

  Map<Class<?>, BiFunction<Layer, Parameters, Part>> collected() {
    return Map.copyOf(makers);
  }
}
