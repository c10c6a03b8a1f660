package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What makes rules, by the class of a configuration itself. A class below it may compute something
 * else, and is not known.
 *
 * @param <T> the kind of configuration
 */
final class ByType<T> {

  private final Map<Class<?>, Function<T, List<LayerRule>>> makers = new HashMap<>();

  <S extends T> ByType<T> add(Class<S> type, Function<? super S, List<LayerRule>> maker) {
    makers.put(type, configuration -> maker.apply(type.cast(configuration)));
    return this;
  }

  /**
   * The rules of a configuration, one behind the other.
   *
   * @throws UnknownTypeException if there are none for its class
   */
  List<LayerRule> rules(T configuration) {
    Function<T, List<LayerRule>> maker = makers.get(configuration.getClass());
    if (maker == null) {
      throw new UnknownTypeException(configuration.getClass());
    }
    return maker.apply(configuration);
  }
}
