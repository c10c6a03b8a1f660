package io.github.gradcam.djl;

import static io.github.gradcam.djl.Structure.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Computation;
import io.github.gradcam.model.Execution;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A simpler program for what lies before a layer")
class SimplifiedTest {

  @ParameterizedTest(name = "{0}")
  @DisplayName(
      "computes what PyTorch computes, at every layer, and so do the file's own operations")
  @ValueSource(
      strings = {
        "norms-traced",
        "norms-scripted",
        "norms-frozen",
        "readers-traced",
        "readers-scripted",
        "overwritten-traced",
        "overwritten-scripted",
        "stacked-traced",
        "stacked-scripted",
        "mingled-traced",
        "mingled-scripted",
        "padded-traced",
        "padded-scripted",
        "holders-scripted",
        "reached-scripted"
      })
  void agreesWithPyTorch(String name) {
    Structure structure = Structure.of(name);
    for (Execution execution : Execution.values()) {
      try (Model model = open(structure, execution)) {
        for (String layer : structure.layers("act")) {
          check(model, structure, layer);
        }
      }
    }
  }

  private static void check(Model model, Structure structure, String layer) {
    try (Capture capture = model.hook(layer).forward(structure.input())) {
      String what = layer + ", " + capture.computation();
      assertClose(what, capture.activations(layer), structure.of("act", layer));
      assertClose(what, capture.output(), structure.output());
      assertClose(
          what, capture.gradients(structure.cotangent()).get(layer), structure.of("grad", layer));
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("folds and fuses what has a single reader, and says so")
  @CsvSource({
    "norms-traced, conv1, 1, 0, 0",
    "norms-traced, norm1, 1, 1, 0",
    "norms-traced, relu, 1, 1, 1",
    "norms-scripted, relu6, 2, 2, 2",
    "norms-traced, norm4, 3, 3, 2",
    "norms-scripted, drop, 4, 4, 3",
    "norms-frozen, relu, 1, 1, 1",
    "readers-traced, relu, 6, 3, 0",
    "readers-scripted, last, 8, 3, 1",
    "holders-scripted, tall, 3, 0, 0",
    "reached-scripted, norm1, 1, 1, 0"
  })
  void countsWhatIsSimpler(String name, String layer, int convolutions, int norms, int fused) {
    Computation computation = computation(name, Execution.SIMPLIFIED, layer);
    assertThat(computation.details())
        .isEqualTo(
            convolutions
                + " convolutions in channels-last order, "
                + norms
                + " batch norms folded, "
                + fused
                + " activations fused");
    assertThat(computation.execution()).isEqualTo(Execution.SIMPLIFIED);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("gives way to the file's own operations where it is not proven, and says why")
  @CsvSource({
    "overwritten-traced, last, which overwrites a tensor",
    "overwritten-scripted, last, which overwrites a tensor",
    "reached-scripted, norm2, torch.gt",
    "reached-scripted, @input, nothing lies before the input",
    "residual-traced, conv2, needs more than this layer's output"
  })
  void saysWhyNot(String name, String layer, String reason) {
    Computation computation = computation(name, Execution.SIMPLIFIED, layer);
    assertThat(computation.execution()).isEqualTo(Execution.AS_WRITTEN);
    assertThat(computation.details()).contains(reason);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("is used by itself only where nothing behind the layer has a kink")
  @CsvSource({
    "norms-traced, drop, SIMPLIFIED, 4 batch norms",
    "norms-scripted, silu, SIMPLIFIED, 4 batch norms",
    "norms-traced, norm4, SIMPLIFIED, 3 batch norms",
    "log-softmax-traced, unit, SIMPLIFIED, 1 convolutions",
    "softmax-scripted, unit, SIMPLIFIED, 1 convolutions",
    "norms-frozen, conv2d, AS_WRITTEN, because of torch.relu",
    "norms-scripted, relu, AS_WRITTEN, because of torch.hardtanh",
    "reached-scripted, norm1, AS_WRITTEN, because of torch.gt"
  })
  void usesItWhereItIsSmooth(String name, String layer, Execution execution, String details) {
    Computation computation = computation(name, Execution.AUTOMATIC, layer);
    assertThat(computation.execution()).isEqualTo(execution);
    assertThat(computation.details()).contains(details);
  }

  @ParameterizedTest(name = "{0}: {1}, {2} images of {3}")
  @DisplayName("computes what the file's own operations compute of batches that are wide")
  @CsvSource({
    "readers-traced, stem, 5, 400",
    "readers-scripted, relu, 4, 401",
    "readers-traced, relu, 7, 300",
    "readers-scripted, last, 5, 300",
    "norms-traced, drop, 5, 300",
    "norms-scripted, norm4, 9, 250",
    "mingled-traced, conv1, 5, 400",
    "mingled-scripted, conv2, 5, 400",
    "mingled-scripted, conv2, 6, 301",
    "holders-scripted, tall, 6, 300"
  })
  void takesWideBatches(String name, String layer, int images, int side) {
    Tensor batch = noise(Shape.of(images, 2, side, side));
    try (Model written = open(Structure.of(name), Execution.AS_WRITTEN);
        Model simplified = open(Structure.of(name), Execution.SIMPLIFIED);
        Capture expected = written.hook(layer).forward(batch);
        Capture found = simplified.hook(layer).forward(batch)) {
      assertThat(found.computation().execution()).isEqualTo(Execution.SIMPLIFIED);
      assertClose("activations", found.activations(layer), expected.activations(layer));
      assertClose("output", found.output(), expected.output());
    }
  }

  private static Tensor noise(Shape shape) {
    Random random = new Random(4);
    return Tensor.written(
        shape,
        values -> {
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
          }
        });
  }

  @Test
  @DisplayName("is not used when the file's own operations are asked for, nor for several layers")
  void canBeRefused() {
    assertThat(computation("norms-traced", Execution.AS_WRITTEN, "relu").execution())
        .isEqualTo(Execution.AS_WRITTEN);
    assertThat(computation("norms-traced", Execution.SIMPLIFIED, "relu", "norm4").details())
        .isEqualTo("several layers are captured in one pass");
  }

  @Test
  @DisplayName("leaves the layers that the model lists as they are")
  void leavesTheLayers() {
    Structure structure = Structure.of("norms-traced");
    try (Model simplified = open(structure, Execution.SIMPLIFIED);
        Model written = open(structure, Execution.AS_WRITTEN)) {
      List<Layer> before = simplified.layers();
      simplified.hook("relu").forward(structure.input()).close();
      assertThat(simplified.layers()).isEqualTo(before).isEqualTo(written.layers());
    }
  }

  @Test
  @DisplayName("gives the same bits again, alone, in a batch, and from any thread")
  void isDeterministic() {
    Structure structure = Structure.of("readers-traced");
    try (Model model = open(structure, Execution.SIMPLIFIED)) {
      List<float[]> maps =
          Stream.generate(() -> 0)
              .limit(64)
              .parallel()
              .map(
                  i -> {
                    try (Capture capture = model.hook("last").forward(structure.input())) {
                      return capture.activations("last").toArray();
                    }
                  })
              .toList();
      assertThat(maps).allSatisfy(map -> assertThat(map).isEqualTo(maps.get(0)));
    }
  }

  private static Computation computation(String name, Execution execution, String... layers) {
    Structure structure = Structure.of(name);
    try (Model model = open(structure, execution);
        Capture capture = model.hook(layers).forward(structure.input())) {
      return capture.computation();
    }
  }

  private static Model open(Structure structure, Execution execution) {
    return new DjlBackend()
        .open(structure.file(), ModelOptions.builder().execution(execution).build());
  }
}
