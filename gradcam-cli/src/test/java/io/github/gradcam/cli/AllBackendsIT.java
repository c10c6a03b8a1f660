package io.github.gradcam.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The unpacked distribution with all backends")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its script is sh")
@EnabledIfSystemProperty(
    named = "gradcam.distribution",
    matches = ".*gradcam-all",
    disabledReason = "it is made with -Pall-backends")
class AllBackendsIT {

  private static final Path DEMO = Path.of("../tools/demo-model").toAbsolutePath();
  private static final String SAVED_MODEL = DEMO.resolve("imagenette-cnn-savedmodel").toString();

  private static final int SIDE = 160;

  /** As the demo network was trained: squashed to 160 x 160. */
  private static final String PROCESSOR =
      """
      {"image_processor_type": "ViTImageProcessor", "resample": 2,
       "size": {"height": 160, "width": 160},
       "image_mean": [0.485, 0.456, 0.406], "image_std": [0.229, 0.224, 0.225]}
      """;

  @TempDir Path folder;

  @BeforeEach
  void photo() throws Exception {
    Photos.blobs(folder.resolve("blobs.jpg"), 1);
    Files.writeString(folder.resolve("preprocessor_config.json"), PROCESSOR);
  }

  @Test
  @DisplayName("finds each of them, with an engine that loads")
  void backends() throws Exception {
    assertThat(new Program(folder).run("backends"))
        .startsWith("0: djl ")
        .contains("engine:  PyTorch ", "tf ", "engine:  TensorFlow ")
        .contains("dl4j ", "engine:  Deeplearning4j ")
        .doesNotContain("missing");
  }

  @Test
  @DisplayName("lists a SavedModel's layers by the names that Keras gave them")
  void layers() throws Exception {
    assertThat(new Program(folder).run("layers", SAVED_MODEL, "--input", "3,160,160"))
        .startsWith("0: LAYER")
        .containsPattern("block3/conv2 +Conv2D +\\[144, 20, 20]")
        .containsPattern("expand +Model +\\[256, 20, 20]");
  }

  @Test
  @DisplayName("explains one network the same in TensorFlow and Deeplearning4j as in PyTorch")
  void explainsTheSame() throws Exception {
    float[] pyTorch = map("imagenette-cnn.pt", "djl");
    assertThat(map("imagenette-cnn-savedmodel", "tf")).containsExactly(pyTorch, within(1e-5f));
    assertThat(map("imagenette-cnn.zip", "dl4j")).containsExactly(pyTorch, within(1e-5f));
  }

  @Test
  @DisplayName("lists the layers of a network of Deeplearning4j, and is silent otherwise")
  void layersOfDeeplearning4j() throws Exception {
    assertThat(
            new Program(folder)
                .run(
                    "layers",
                    DEMO.resolve("imagenette-cnn.zip").toString(),
                    "--input",
                    "3,160,160"))
        .startsWith("0: LAYER")
        .containsPattern("block3/conv2 +ConvolutionLayer +\\[144, 20, 20]")
        .containsPattern("expand +ActivationLayer +\\[256, 20, 20]");
    assertThat(folder.resolve("err.txt")).isEmptyFile();
  }

  @Test
  @DisplayName("does as the system property tells")
  void property() throws Exception {
    String file = DEMO.resolve("imagenette-cnn.zip").toString();
    Program told = new Program(folder, "-Dgradcam.backend=tf");
    assertThat(told.run("layers", file, "--input", "3,160,160")).startsWith("3: ");
    assertThat(folder.resolve("err.txt"))
        .content()
        .contains("The backend \"tf\", named by -Dgradcam.backend, does not know what");
  }

  @Test
  @DisplayName("tells which outputs there are")
  void outputs() throws Exception {
    assertThat(
            new Program(folder)
                .run("explain", "blobs.jpg", "--model", SAVED_MODEL, "--output", "scores"))
        .startsWith("3: ");
    assertThat(folder.resolve("err.txt")).content().contains("There are: logits");
  }

  private float[] map(String model, String backend) throws Exception {
    String said =
        new Program(folder)
            .run(
                "explain",
                "blobs.jpg",
                "--model=" + DEMO.resolve(model),
                "--preprocess=preprocessor_config.json",
                "--labels=" + DEMO.resolve("labels.txt"),
                "--json=" + backend + ".json",
                "--save-map=" + backend + ".npy");
    assertThat(said).startsWith("0: blobs.jpg: ").contains(" · expand · grad-cam");
    assertThat(folder.resolve(backend + ".json"))
        .content()
        .contains("\"empty\":false", "\"backend\":{\"name\":\"" + backend + "\"");
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(backend + ".npy")));
    float[] map = new float[SIDE * SIDE];
    file.position(file.limit() - Float.BYTES * map.length);
    file.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(map);
    return map;
  }
}
