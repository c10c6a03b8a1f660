package io.github.gradcam.tck.plain;

import io.github.gradcam.model.Layer;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A network for one image as named steps, each computed from earlier ones.
 *
 * <p>In front of each layer stands a step of its own, {@code layer@input}, so that it can be looked
 * at as the layer alone sees it.
 */
final class Graph {

  private record Step(Operation operation, List<String> operands) {}

  private final Map<String, Step> steps = new LinkedHashMap<>();
  private final List<String> layers = new ArrayList<>();
  private String last = Layer.INPUT;

  /** Adds a layer behind the one added last. */
  Graph then(String layer, Operation operation) {
    steps.put(layer + "@input", new Step(new Sum(), List.of(last)));
    steps.put(layer, new Step(operation, List.of(layer + "@input")));
    layers.add(layer);
    last = layer;
    return this;
  }

  /** Adds up the layer added last and an earlier one; not a layer itself. */
  Graph plus(String earlier) {
    String name = last + "+" + earlier;
    steps.put(name, new Step(new Sum(), List.of(last, earlier)));
    last = name;
    return this;
  }

  /** The name of the step whose value is the output. */
  String output() {
    return last;
  }

  /** Every name that can be hooked, the input among them. */
  List<String> names() {
    List<String> names = new ArrayList<>(List.of(Layer.INPUT));
    for (String layer : layers) {
      names.add(layer);
      names.add(layer + "@input");
    }
    return names;
  }

  /** The layers for images of a shape. */
  List<Layer> layers(Shape image) {
    Map<String, Shape> shapes = new LinkedHashMap<>(Map.of(Layer.INPUT, image));
    steps.forEach((name, step) -> shapes.put(name, step.operation().shape(of(step, shapes::get))));
    return layers.stream()
        .map(name -> new Layer(name, operation(name).kind(), value(shapes, name)))
        .toList();
  }

  /** The values of all steps, computed from one value and, where it does not reach, from others. */
  Map<String, Tensor> run(String from, Tensor value, Map<String, Tensor> others) {
    Map<String, Tensor> values = new LinkedHashMap<>(others);
    values.put(from, value);
    List<String> changed = new ArrayList<>(List.of(from));
    steps.forEach(
        (name, step) -> {
          if (!name.equals(from) && !Collections.disjoint(step.operands(), changed)) {
            values.put(name, step.operation().forward(of(step, values::get)));
            changed.add(name);
          }
        });
    return values;
  }

  /** The gradients of all steps, given that of the output. */
  Map<String, Tensor> back(Map<String, Tensor> values, Tensor gradient) {
    Map<String, Tensor> gradients = new LinkedHashMap<>(Map.of(last, gradient));
    List<String> backwards = new ArrayList<>(steps.keySet());
    Collections.reverse(backwards);
    for (String name : backwards) {
      Step step = value(steps, name);
      List<Tensor> parts = step.operation().backward(of(step, values::get), value(gradients, name));
      for (int i = 0; i < parts.size(); i++) {
        gradients.merge(
            step.operands().get(i), parts.get(i), (a, b) -> new Sum().forward(List.of(a, b)));
      }
    }
    return gradients;
  }

  private Operation operation(String name) {
    return value(steps, name).operation();
  }

  private static <T> List<T> of(Step step, Function<String, @Nullable T> values) {
    return step.operands().stream().<T>map(values).toList();
  }

  static <T> T value(Map<String, T> values, String name) {
    T value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("Nothing was computed for " + name + ".");
    }
    return value;
  }
}
