package io.github.gradcam.tf;

import static io.github.gradcam.tf.Structure.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.tf.internal.engine.Ways;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Several ways back")
class WaysBackTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gradcam.tf.StructureTest#names")
  @DisplayName("end where each ends alone, in whatever structure they may go together")
  void structures(String name) {
    Structure structure = Structure.of(name);
    try (Model model = structure.open()) {
      for (String layer : structure.layers()) {
        try (Capture capture = model.hook(structure.address(layer)).forward(structure.input())) {
          if (Ways.mayGoTogether(capture)) {
            checkTogether(structure, layer, capture);
          }
          checkAsked(structure, layer, capture);
        }
      }
    }
  }

  /** Python knows the way of the first; those of the others are multiples of it. */
  private static void checkTogether(Structure structure, String layer, Capture capture) {
    Tensor one = structure.cotangent();
    List<Map<String, Tensor>> found =
        Ways.together(capture, List.of(one, scaled(one, 0), scaled(one, -2)));
    Tensor expected = structure.gradient(layer);
    String address = structure.address(layer);
    assertClose(layer, found.get(0).get(address), expected);
    assertThat(found.get(1).get(address).toArray()).containsOnly(0f);
    assertClose(layer, found.get(2).get(address), scaled(expected, -2));
  }

  private static void checkAsked(Structure structure, String layer, Capture capture) {
    Tensor one = structure.cotangent();
    List<Map<String, Tensor>> found = capture.gradients(List.of(scaled(one, 3), one));
    Tensor expected = structure.gradient(layer);
    String address = structure.address(layer);
    assertClose(layer, found.get(0).get(address), scaled(expected, 3));
    assertClose(layer, found.get(1).get(address), expected);
  }

  private static Tensor scaled(Tensor tensor, float factor) {
    return Tensor.written(
        tensor.shape(),
        values -> {
          for (int i = 0; i < values.length; i++) {
            values[i] = factor == 0 ? 0 : factor * tensor.toBuffer().get(i);
          }
        });
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"plain", "pools", "norms", "activations", "depthwise", "squeeze-excite"})
  @DisplayName("go together in what most networks are made of")
  void common(String name) {
    Structure structure = Structure.of(name);
    try (Model model = structure.open()) {
      for (String layer : structure.layers()) {
        try (Capture capture = model.hook(structure.address(layer)).forward(structure.input())) {
          assertThat(Ways.mayGoTogether(capture)).as(layer).isTrue();
        }
      }
    }
  }

  @ParameterizedTest(name = "{0} images")
  @ValueSource(ints = {1, 2, 3})
  @DisplayName("go one by one where images are mixed, which only a trial shows")
  void mixed(int images, @TempDir Path folder) {
    SmallGraph graph =
        SmallGraph.ofImages(2, 2)
            .node("stem/Relu", "Relu", "x")
            .integers("batch", 0)
            .node("mean/Mean", "Mean", "keep_dims", SmallGraph.flag(true), "stem/Relu", "batch")
            .node("out/Sub", "Sub", "stem/Relu", "mean/Mean");
    Tensor batch =
        Tensor.written(
            Shape.of(images, 1, 2, 2),
            values -> {
              for (int i = 0; i < values.length; i++) {
                values[i] = i + 1;
              }
            });
    try (Model model = graph.open(folder);
        Capture capture = model.hook("stem").forward(batch)) {
      assertThat(Ways.lookItemwise(capture)).isTrue();
      assertThat(Ways.mayGoTogether(capture)).isFalse();
      Tensor one = scaled(batch, 1);
      List<Map<String, Tensor>> found = capture.gradients(List.of(one, scaled(one, 2)));
      assertThat(found.get(0)).isEqualTo(capture.gradients(one));
      assertThat(found.get(1)).isEqualTo(capture.gradients(scaled(one, 2)));
    }
  }
}
