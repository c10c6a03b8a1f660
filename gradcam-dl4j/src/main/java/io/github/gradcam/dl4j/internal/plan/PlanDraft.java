package io.github.gradcam.dl4j.internal.plan;

import io.github.gradcam.dl4j.internal.rule.ActivationRule;
import io.github.gradcam.dl4j.internal.rule.Identity;
import io.github.gradcam.dl4j.internal.rule.PerPosition;
import io.github.gradcam.dl4j.internal.rule.SeesImages;
import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.OutputKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/** A plan that is being written. */
final class PlanDraft {

  private final ImageInput input;
  private final List<Step> steps = new ArrayList<>();
  private final List<Layout> layouts = new ArrayList<>();
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Place> entries = new LinkedHashMap<>();

  PlanDraft(ImageInput input) {
    this.input = input;
    layouts.add(input.layout());
  }

  /** What stands before a layer that takes the image: what unrolls a row is left out. */
  @Nullable InputPreProcessor beforeImage(@Nullable InputPreProcessor preprocessor) {
    return input.flat() ? null : preprocessor;
  }

  /**
   * Writes a layer or vertex.
   *
   * @param name its name, which others may have had before it
   * @param kind what it is
   * @param rules its computations, one behind the other; the first takes the inputs
   * @param inputs the values that flow in
   * @return the value that comes out
   */
  int layer(String name, String kind, List<LayerRule> rules, List<Integer> inputs) {
    String path = unique(name);
    List<Integer> flowing = inputs;
    if (inputs.size() == 1) {
      // A value of its own, so that what flows into this layer is told from what flows elsewhere.
      int entry = step(path, new Identity(), inputs);
      String address = path + Layer.INPUT;
      entries.put(address, new Place(address, kind, entry, false));
      flowing = List.of(entry);
    }
    for (LayerRule rule : rules) {
      flowing = List.of(step(path, rule, flowing));
    }
    places.put(path, new Place(path, kind, flowing.get(0), true));
    return flowing.get(0);
  }

  /** Deeplearning4j lets several layers have one name. */
  private String unique(String name) {
    String path = name;
    for (int call = 2; places.containsKey(path); call++) {
      path = name + "#" + call;
    }
    return path;
  }

  private int step(String owner, LayerRule rule, List<Integer> inputs) {
    steps.add(new Step(owner, rule, flowing(rule, inputs), inputs.size()));
    layouts.add(rule.layout(inputs.stream().map(layouts::get).toList()));
    return steps.size();
  }

  private static List<Integer> flowing(LayerRule rule, List<Integer> inputs) {
    return rule instanceof SeesImages
        ? Stream.concat(inputs.stream(), Stream.of(0)).toList()
        : List.copyOf(inputs);
  }

  /** The plan, with the scores before a final softmax or sigmoid as its output. */
  Plan finished(int last) {
    int output = last;
    OutputKind kind = OutputKind.LOGITS;
    while (output > 0 && steps.get(output - 1).rule() instanceof Identity) {
      output = steps.get(output - 1).inputs().get(0);
    }
    Set<String> hidden = Set.of();
    Optional<OutputKind> before =
        output == 0 ? Optional.empty() : before(steps.get(output - 1).rule());
    if (before.isPresent()) {
      hidden = behind(output);
      output = steps.get(output - 1).inputs().get(0);
      kind = before.get();
    }
    Map<String, Place> all = new LinkedHashMap<>();
    places.values().forEach(place -> all.put(place.path(), place));
    all.keySet().removeAll(hidden);
    entries.forEach(all::putIfAbsent);
    all.put(Layer.INPUT, new Place(Layer.INPUT, "Input", 0, false));
    return new Plan(
        List.copyOf(steps),
        List.copyOf(layouts),
        Collections.unmodifiableMap(all),
        hidden,
        output,
        kind,
        input);
  }

  /** What the numbers are that a rule makes probabilities of, if it does. */
  private static Optional<OutputKind> before(LayerRule rule) {
    if (rule instanceof PerPosition everywhere) {
      return before(everywhere.rule());
    } else if (rule instanceof ActivationRule activation) {
      IActivation function = activation.function();
      return function instanceof ActivationSoftmax
          ? Optional.of(OutputKind.LOGITS)
          : function instanceof ActivationSigmoid
              ? Optional.of(OutputKind.SIGMOID_LOGITS)
              : Optional.empty();
    }
    return Optional.empty();
  }

  /** The layers that show the probabilities, or only pass them on. */
  private Set<String> behind(int probabilities) {
    return places.values().stream()
        .filter(place -> passedOn(place.value()) == probabilities)
        .map(Place::path)
        .collect(Collectors.toUnmodifiableSet());
  }

  private int passedOn(int value) {
    int from = value;
    while (from > 0 && steps.get(from - 1).rule() instanceof Identity) {
      from = steps.get(from - 1).inputs().get(0);
    }
    return from;
  }
}
