package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.LayerRules;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Every rule there is: the application's first, then gradcam's own. */
public final class RuleBook {

  private final LayerRules own;
  private final Map<Class<?>, BiFunction<Layer, Parameters, Part>> layers;
  private final ByType<InputPreProcessor> preprocessors = Preprocessors.all();
  private final ByType<GraphVertex> vertices = Vertices.all(preprocessors);

  /**
   * With an application's rules.
   *
   * @param own the rules
   */
  public RuleBook(LayerRules own) {
    this.own = own;
    LayerTypes types = new LayerTypes();
    Convolutions.add(types);
    FullyConnected.add(types);
    Losses.add(types);
    Norms.add(types);
    PassingOn.add(types);
    Poolings.add(types);
    Refused.add(types);
    Shapes.add(types);
    LocallyConnected.add(types);
    this.layers = types.collected();
  }

  /**
   * The rules of a layer, one behind the other.
   *
   * @param layer its configuration, without what freezes it
   * @param parameters its parameters by name
   * @return at least one
   * @throws UnknownTypeException if there is none for its class, or its activation function's
   */
  public List<LayerRule> layer(Layer layer, Map<String, INDArray> parameters) {
    Optional<LayerRule> given = made(() -> own.of(layer, parameters));
    if (given.isPresent()) {
      return List.of(given.get());
    }
    if (layer instanceof TimeDistributed wrapper) {
      Layout layout = Channels.of(wrapper.getRnnDataFormat());
      return layer(wrapper.getUnderlying(), parameters).stream()
          .<LayerRule>map(rule -> new PerPosition(rule, layout))
          .toList();
    }
    BiFunction<Layer, Parameters, Part> maker = layers.get(layer.getClass());
    if (maker == null) {
      throw new UnknownTypeException(layer.getClass(), Refused.reason(layer));
    }
    return maker.apply(layer, new Parameters(parameters)).chain();
  }

  /** The types of layers of which something is known, be it that they are refused. */
  Set<Class<?>> layerTypes() {
    return layers.keySet();
  }

  /**
   * The rules of a vertex that holds no layer, one behind the other.
   *
   * @param vertex its configuration
   * @return at least one
   * @throws UnknownTypeException if there is none for its class
   */
  public List<LayerRule> vertex(GraphVertex vertex) {
    Optional<LayerRule> given = made(() -> own.of(vertex));
    if (given.isPresent()) {
      return List.of(given.get());
    }
    return vertex instanceof PreprocessorVertex holder
        ? preprocessor(holder.getPreProcessor())
        : vertices.rules(vertex);
  }

  /**
   * The rules of what stands before a layer, one behind the other.
   *
   * @param preprocessor what it is
   * @return the rules
   * @throws UnknownTypeException if there is none for its class
   */
  public List<LayerRule> preprocessor(InputPreProcessor preprocessor) {
    return made(() -> own.of(preprocessor))
        .map(List::of)
        .orElseGet(() -> preprocessors.rules(preprocessor));
  }

  private static Optional<LayerRule> made(Supplier<Optional<LayerRule>> maker) {
    try {
      return maker.get();
    } catch (RuntimeException failed) {
      throw new OwnRuleException(failed);
    }
  }
}
