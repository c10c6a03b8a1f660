package io.github.gradcam.bench.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.Models;
import io.github.gradcam.bench.network.architecture.Networks;
import io.github.gradcam.model.Execution;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("One description of a network, written for three engines")
class EnginesTest {

  /** They sum in other orders, layer upon layer; a wrong padding or axis is off by a tenth. */
  private static final float ROUNDING = 1e-4f;

  private static final Shape IMAGE = Shape.of(3, Written.NARROW.side(), Written.NARROW.side());

  @TempDir private Path folder;

  static Stream<String> networks() {
    return Networks.names().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  @DisplayName("gives the same logits and the same map at the default layer")
  void agree(String name) throws IOException {
    Map<String, Path> files = Written.in(folder, name).files();
    Tensor batch = noise(2);
    Seen torch = Seen.of(files.get("djl"), batch);
    assertThat(spread(torch.logits())).as("logits that differ from each other").isGreaterThan(1f);
    assertThat(spread(torch.map())).as("a map that is no plain").isGreaterThan(0.1f);
    for (String backend : List.of("tf", "dl4j")) {
      Seen seen = Seen.of(files.get(backend), batch);
      assertThat(difference(seen.logits(), torch.logits())).as(backend).isLessThan(ROUNDING);
      assertThat(difference(seen.map(), torch.map())).as(backend).isLessThan(ROUNDING);
      assertThat(seen.layer()).as(backend).startsWith(torch.layer());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  @DisplayName("is a file of PyTorch's that is simplified, with every batch norm folded")
  void simplified(String name) throws IOException {
    Written written = Written.in(folder, name);
    long norms =
        written.network().steps().stream()
            .filter(step -> step.operation().toString().startsWith("BatchNorm"))
            .count();
    ModelOptions options = ModelOptions.builder().execution(Execution.SIMPLIFIED).build();
    try (Model model = Models.load(written.files().get("djl"), options)) {
      Explanation explanation =
          GradCam.of(model).explain(noise(1), Target.predicted()).get(0).get(0);
      assertThat(explanation.provenance().computation().execution())
          .isEqualTo(Execution.SIMPLIFIED);
      if (norms > 0) {
        assertThat(explanation.provenance().computation().details())
            .contains(norms + " batch norms folded");
      }
    }
  }

  private static Tensor noise(int images) {
    SplittableRandom random = new SplittableRandom(7);
    return Tensor.written(
        IMAGE.batch(images),
        values -> {
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) (4 * random.nextDouble() - 2);
          }
        });
  }

  private static float spread(Tensor tensor) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (float value : tensor.toArray()) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return most - least;
  }

  /** The largest, relative to the spread of what is expected. */
  private static float difference(Tensor found, Tensor expected) {
    assertThat(found.shape()).isEqualTo(expected.shape());
    float[] values = found.toArray();
    float[] others = expected.toArray();
    float most = 0;
    for (int i = 0; i < values.length; i++) {
      most = Math.max(most, Math.abs(values[i] - others[i]));
    }
    return most / spread(expected);
  }

  /** What an engine says of a batch. */
  private record Seen(Tensor logits, Tensor map, String layer) {

    static Seen of(Path file, Tensor batch) {
      try (Model model = Models.load(file, ModelOptions.builder().inputShape(IMAGE).build())) {
        Explanation explanation = GradCam.of(model).explain(batch, Target.ofClass(3)).get(1).get(0);
        return new Seen(
            model.forward(batch),
            explanation.heatmap().raw(),
            explanation.provenance().layers().get(0));
      }
    }
  }
}
