package io.github.gradcam.djl.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.djl.DjlBackend;
import io.github.gradcam.djl.Structure;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Computation;
import io.github.gradcam.model.Execution;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("oneDNN's own order, where a kink lies behind the layer")
class ProofsTest {

  @ParameterizedTest(name = "{0}: {1}, {2} images of {3}")
  @DisplayName("changes no bit of what the file's own operations compute, however often it is used")
  @CsvSource({
    "stacked-traced, relu2, 2, 24",
    "stacked-traced, relu2, 1, 6",
    "stacked-traced, relu2, 3, 7",
    "stacked-scripted, pool, 2, 24",
    "stacked-traced, conv2, 2, 24",
    "stacked-scripted, relu1, 4, 11",
    "norms-frozen, conv2d, 2, 24"
  })
  void keepsTheBits(String name, String layer, int images, int side) {
    Tensor batch = noise(Shape.of(images, 2, side, side));
    try (Model written = open(name, Execution.AS_WRITTEN);
        Model chosen = open(name, Execution.AUTOMATIC);
        Capture expected = written.hook(layer).forward(batch)) {
      Tensor cotangent = noise(expected.output().shape());
      for (int i = 0; i < 3; i++) {
        try (Capture found = chosen.hook(layer).forward(batch)) {
          assertThat(found.activations(layer)).isEqualTo(expected.activations(layer));
          assertThat(found.output()).isEqualTo(expected.output());
          assertThat(found.gradients(cotangent)).isEqualTo(expected.gradients(cotangent));
        }
      }
    }
  }

  @Test
  @DisplayName("is tried when a shape comes the second time, and says so")
  @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
  void isTriedTheSecondTime() {
    Tensor batch = noise(Shape.of(2, 2, 24, 24));
    try (Model model = open("stacked-traced", Execution.AUTOMATIC)) {
      List<Computation> computations = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        try (Capture capture = model.hook("relu2").forward(batch)) {
          computations.add(capture.computation());
        }
      }
      Computation proven =
          new Computation(Execution.SIMPLIFIED, "2 convolutions in oneDNN's order, bit for bit");
      assertThat(computations.get(0).execution()).isEqualTo(Execution.AS_WRITTEN);
      assertThat(computations.get(0).details()).contains("because of torch.max_pool2d");
      assertThat(computations.subList(1, 3)).containsExactly(proven, proven);
    }
  }

  @Test
  @DisplayName("is proven by every bit, and not by zeros")
  void isProvenByEveryBit() {
    Tensor numbers = noise(Shape.of(4, 8));
    float[] other = numbers.toArray();
    other[17] = Math.nextUp(other[17]);
    assertThat(Proofs.agree(numbers, noise(Shape.of(4, 8)))).isTrue();
    assertThat(Proofs.agree(numbers, Tensor.of(Shape.of(4, 8), other))).isFalse();
    assertThat(Proofs.agree(Tensor.zeros(Shape.of(4, 8)), Tensor.zeros(Shape.of(4, 8)))).isFalse();
  }

  private static Tensor noise(Shape shape) {
    Random random = new Random(7);
    return Tensor.written(
        shape,
        values -> {
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
          }
        });
  }

  private static Model open(String name, Execution execution) {
    return new DjlBackend()
        .open(Structure.of(name).file(), ModelOptions.builder().execution(execution).build());
  }
}
