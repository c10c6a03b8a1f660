package io.github.gradcam.dl4j.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradcam.dl4j.Dl4jBackend;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.trials.Entries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

@DisplayName("The demo network as an archive of Deeplearning4j")
class DemoArchiveTest {

  private static final Path FOLDER = Path.of("../tools/demo-model");
  private static final Path FILE = FOLDER.resolve(DemoArchive.NAME);

  @Test
  @DisplayName("is what its program writes, and that is the same each time")
  void isWhatItsProgramWrites() throws IOException {
    byte[] once = DemoArchive.of(FOLDER);
    assertThat(DemoArchive.of(FOLDER)).isEqualTo(once);
    // Versions of Java may pack the same entries into other bytes.
    Map<String, byte[]> committed = Entries.of(Files.readAllBytes(FILE));
    Map<String, byte[]> written = Entries.of(once);
    assertThat(committed).containsOnlyKeys("configuration.json", "coefficients.bin");
    assertThat(written).containsOnlyKeys(committed.keySet());
    written.forEach((name, bytes) -> assertThat(committed.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  @DisplayName("has probabilities in Deeplearning4j, and their logits here")
  void hasProbabilities() throws IOException {
    Shape shape = Shape.of(3, 160, 160);
    float[] values = new float[2 * shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (2 * Math.sin(i * 0.37) * Math.cos(i / 411.0));
    }
    ComputationGraph network = ModelSerializer.restoreComputationGraph(FILE.toFile());
    INDArray theirs = network.outputSingle(Nd4j.create(values, new long[] {2, 3, 160, 160}, 'c'));
    try (Model model = new Dl4jBackend().open(FILE, ModelOptions.defaults())) {
      Tensor logits = model.forward(Tensor.of(shape.batch(2), values));
      for (int image = 0; image < 2; image++) {
        float[] scores = logits.item(image).toArray();
        double sum = 0;
        for (float score : scores) {
          sum += Math.exp(score);
        }
        for (int i = 0; i < scores.length; i++) {
          assertThat(Math.exp(scores[i]) / sum).isCloseTo(theirs.getDouble(image, i), within(1e-5));
        }
      }
      assertThat(model.layers(shape))
          .extracting(Layer::path)
          .contains("stem/conv", "stem/norm", "stem", "block3/add", "block3", "expand", "pool");
    }
  }
}
