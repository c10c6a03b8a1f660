package io.github.gradcam.tf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A file of tools/savedmodels/make_structures.py, and what TensorFlow in Python computes for it.
 *
 * @param name the name of the file or folder
 * @param known tensors by name
 */
record Structure(String name, Map<String, Tensor> known) {

  static final Path FOLDER = Path.of("src/test/resources/structures");

  /** How far float32 sums may lie apart, relative to the largest number expected. */
  private static final float NEAR = 1e-5f;

  static Structure of(String name) {
    return new Structure(name, Npz.read(FOLDER.resolve(name.replace(".pb", "") + ".npz")));
  }

  /** Where it lies. */
  Path file() {
    return FOLDER.resolve(name);
  }

  /** The model, opened. */
  Model open() {
    return open(ModelOptions.builder());
  }

  /** The model, opened with other options. */
  Model open(ModelOptions.Builder options) {
    return new TfBackend().open(file(), options.inputShape(input().shape().item()).build());
  }

  /** What the network is given. */
  Tensor input() {
    return named("input");
  }

  /** What the gradients are seeded with. */
  Tensor cotangent() {
    return named("cotangent");
  }

  Tensor logits() {
    return named("logits");
  }

  /** The layers of which something is known. */
  List<String> layers() {
    return known.keySet().stream()
        .filter(key -> key.startsWith("act/"))
        .map(key -> key.substring("act/".length()))
        .toList();
  }

  /** The address of a layer: the scopes around it are part of it, and the network's own is not. */
  String address(String layer) {
    return switch (name) {
      case "hub" -> "base/" + layer;
      case "nested-function" -> layer.startsWith("stem") ? layer : "outer/inner/" + layer;
      case "tf1-ref", "tf1-resource" -> layer.substring("net/".length());
      default -> layer;
    };
  }

  Tensor activations(String layer) {
    return asTokens(named("act/" + layer));
  }

  Tensor gradient(String layer) {
    return asTokens(named("grad/" + layer));
  }

  /** Part of what is known, under names that begin in one way. */
  Structure part(String prefix) {
    Map<String, Tensor> part = new LinkedHashMap<>();
    known.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            part.put(key.substring(prefix.length()), value);
          }
        });
    return new Structure(name, part);
  }

  private Tensor named(String key) {
    return Objects.requireNonNull(known.get(key), key);
  }

  /** Tokens of images are written as {@code [N, C, T]}, and come as {@code [N, T, C]}. */
  private Tensor asTokens(Tensor tensor) {
    return tensor.shape().rank() == 3 && input().shape().rank() == 4 ? turned(tensor) : tensor;
  }

  private static Tensor turned(Tensor tensor) {
    int items = tensor.shape().length(0);
    int channels = tensor.shape().length(1);
    int tokens = tensor.shape().length(2);
    float[] values = new float[items * channels * tokens];
    int next = 0;
    for (int item = 0; item < items; item++) {
      for (int token = 0; token < tokens; token++) {
        for (int channel = 0; channel < channels; channel++) {
          values[next++] = tensor.get(item, channel, token);
        }
      }
    }
    return Tensor.of(Shape.of(items, tokens, channels), values);
  }

  /** Fails unless two tensors are the same but for the rounding of sums. */
  static void assertClose(String what, Tensor actual, Tensor expected) {
    assertClose(what, actual, expected, NEAR);
  }

  /** The same, for other types than float32. */
  static void assertClose(String what, Tensor actual, Tensor expected, float near) {
    assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
    float[] right = expected.toArray();
    float largest = 0;
    for (float value : right) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(largest).as("the reference of " + what).isPositive();
    float[] found = actual.toArray();
    for (int i = 0; i < right.length; i++) {
      assertThat(Math.abs(found[i] - right[i]))
          .as("%s, element %d: %s instead of %s", what, i, found[i], right[i])
          .isLessThanOrEqualTo(near * largest);
    }
  }
}
