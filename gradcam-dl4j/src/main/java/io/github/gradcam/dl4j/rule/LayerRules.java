package io.github.gradcam.dl4j.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An application's own rules, for layers, vertices and preprocessors that gradcam has none for, or
 * in the place of the ones it has. Immutable.
 *
 * <pre>{@code
 * LayerRules rules = LayerRules.none().layer(Scaling.class, (layer, parameters) -> new ScalingRule(layer.factor()));
 * Model model = Dl4jModels.open(path, rules, ModelOptions.defaults());
 * }</pre>
 *
 * <p>A type named here may also appear in a file that is opened with these rules; other classes
 * that are not Deeplearning4j's own are refused there.
 */
public final class LayerRules {

  /**
   * Makes a layer's rule.
   *
   * @param <L> the configuration's type
   */
  @FunctionalInterface
  public interface Maker<L extends Layer> {
    /**
     * Makes a rule.
     *
     * @param layer the layer's configuration, as it is in the network
     * @param parameters by name, such as {@code W} and {@code b}; they never change, and must not
     *     be written to
     * @return the rule of the whole layer, its activation function included
     */
    LayerRule rule(L layer, Map<String, INDArray> parameters);
  }

  private final Map<Class<?>, Maker<Layer>> layers;
  private final Map<Class<?>, Function<GraphVertex, LayerRule>> vertices;
  private final Map<Class<?>, Function<InputPreProcessor, LayerRule>> preprocessors;

  private LayerRules(
      Map<Class<?>, Maker<Layer>> layers,
      Map<Class<?>, Function<GraphVertex, LayerRule>> vertices,
      Map<Class<?>, Function<InputPreProcessor, LayerRule>> preprocessors) {
    this.layers = Map.copyOf(layers);
    this.vertices = Map.copyOf(vertices);
    this.preprocessors = Map.copyOf(preprocessors);
  }

  /** No rule beside gradcam's own. */
  public static LayerRules none() {
    return new LayerRules(Map.of(), Map.of(), Map.of());
  }

  /**
   * These rules and one more.
   *
   * @param <L> the type
   * @param type the class of the layer's configuration itself, not of one above it
   * @param maker makes the rule
   * @return the new rules
   */
  public <L extends Layer> LayerRules layer(Class<L> type, Maker<L> maker) {
    Map<Class<?>, Maker<Layer>> more = new HashMap<>(layers);
    more.put(type, (layer, parameters) -> maker.rule(type.cast(layer), parameters));
    return new LayerRules(more, vertices, preprocessors);
  }

  /**
   * These rules and one more.
   *
   * @param <V> the type
   * @param type the class of the vertex's configuration itself, not of one above it
   * @param maker makes the rule of a vertex from its configuration
   * @return the new rules
   */
  public <V extends GraphVertex> LayerRules vertex(
      Class<V> type, Function<? super V, ? extends LayerRule> maker) {
    Map<Class<?>, Function<GraphVertex, LayerRule>> more = new HashMap<>(vertices);
    more.put(type, vertex -> maker.apply(type.cast(vertex)));
    return new LayerRules(layers, more, preprocessors);
  }

  /**
   * These rules and one more.
   *
   * @param <P> the type
   * @param type the class of what stands before a layer
   * @param maker makes the rule from it
   * @return the new rules
   */
  public <P extends InputPreProcessor> LayerRules preprocessor(
      Class<P> type, Function<? super P, ? extends LayerRule> maker) {
    Map<Class<?>, Function<InputPreProcessor, LayerRule>> more = new HashMap<>(preprocessors);
    more.put(type, preprocessor -> maker.apply(type.cast(preprocessor)));
    return new LayerRules(layers, vertices, more);
  }

  /**
   * The rule of a layer.
   *
   * @param layer its configuration
   * @param parameters its parameters
   * @return the rule, if there is one for its class
   */
  public Optional<LayerRule> of(Layer layer, Map<String, INDArray> parameters) {
    return Optional.ofNullable(layers.get(layer.getClass()))
        .map(maker -> made(maker.rule(layer, parameters)));
  }

  /**
   * The rule of a vertex.
   *
   * @param vertex its configuration
   * @return the rule, if there is one for its class
   */
  public Optional<LayerRule> of(GraphVertex vertex) {
    return Optional.ofNullable(vertices.get(vertex.getClass()))
        .map(maker -> made(maker.apply(vertex)));
  }

  /**
   * The rule of what stands before a layer.
   *
   * @param preprocessor what it is
   * @return the rule, if there is one for its class
   */
  public Optional<LayerRule> of(InputPreProcessor preprocessor) {
    return Optional.ofNullable(preprocessors.get(preprocessor.getClass()))
        .map(maker -> made(maker.apply(preprocessor)));
  }

  private static LayerRule made(LayerRule rule) {
    return Objects.requireNonNull(rule, "null was returned in the place of a rule");
  }

  /** The names of the classes that have a rule here. */
  public Set<String> types() {
    return Stream.of(layers, vertices, preprocessors)
        .flatMap(rules -> rules.keySet().stream())
        .map(Class::getName)
        .collect(Collectors.toUnmodifiableSet());
  }
}
