package io.github.gradcam.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file of tools/structures/make_structures.py, and what PyTorch computes for it.
 *
 * @param folder where it lies
 * @param name the file's name without its ending
 * @param known tensors by name
 */
public record Structure(Path folder, String name, Map<String, Tensor> known) {

  static final Path FOLDER = Path.of("src/test/resources/structures");

  /** How far sums of other processors may lie apart, relative to the largest number expected. */
  private static final float NEAR = 5e-6f;

  public static Structure of(String name) {
    return new Structure(FOLDER, name, read(FOLDER.resolve(name + ".txt")));
  }

  /** Tensors by name, from lines of a name, a shape and numbers. */
  static Map<String, Tensor> read(Path file) {
    Map<String, Tensor> known = new LinkedHashMap<>();
    try (Stream<String> lines = Files.lines(file)) {
      lines.map(line -> line.split(" ")).forEach(words -> known.put(words[0], tensor(words)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return known;
  }

  private static Tensor tensor(String[] words) {
    int[] lengths = Stream.of(words[1].split(",")).mapToInt(Integer::parseInt).toArray();
    float[] values = new float[words.length - 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(words[i + 2]);
    }
    return Tensor.of(Shape.of(lengths), values);
  }

  /** Where it lies. */
  public Path file() {
    return folder.resolve(name + ".pt");
  }

  /** The model, opened. */
  public Model open() {
    return new DjlBackend()
        .open(file(), ModelOptions.builder().inputShape(input().shape().item()).build());
  }

  /** What the network is given. */
  public Tensor input() {
    return known.get("input");
  }

  /** What the gradients are seeded with. */
  public Tensor cotangent() {
    return known.get("cotangent");
  }

  Tensor output() {
    return known.get("output");
  }

  /** The layers of which something is known, such as {@code act/conv1} for the prefix act. */
  List<String> layers(String prefix) {
    return known.keySet().stream()
        .filter(key -> key.startsWith(prefix + "/"))
        .map(key -> key.substring(prefix.length() + 1))
        .toList();
  }

  /** What is known of a layer, such as {@code act} or {@code grad}. */
  public Tensor of(String prefix, String layer) {
    return known.get(prefix + "/" + layer);
  }

  /** Fails unless two tensors are the same but for the rounding of sums. */
  public static void assertClose(String what, Tensor actual, Tensor expected) {
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
