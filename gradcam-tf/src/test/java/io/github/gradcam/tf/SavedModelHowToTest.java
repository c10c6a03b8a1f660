package io.github.gradcam.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.GradCam;
import io.github.gradcam.Models;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.image.Images;
import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.SavedModelBundle;

@DisplayName("What the how-to about SavedModels shows")
class SavedModelHowToTest {

  private static final Path PAGE = Path.of("../docs/how-to/explain-a-savedmodel.md");
  private static final Path THIS =
      Path.of("src/test/java/io/github/gradcam/tf/SavedModelHowToTest.java");

  private final Path flowers = Path.of("../tools/demo-model/imagenette-cnn-savedmodel");

  @TempDir Path folder;

  @Test
  @DisplayName("runs: a photo is explained with a SavedModel")
  void explains() throws IOException {
    Path photo = folder.resolve("photo.png");
    Path picture = folder.resolve("picture.png");
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    image.setRGB(20, 20, 0xFFFFFF);
    ImageIO.write(image, "png", photo.toFile());
    try (Model model = Models.load(flowers)) {
      GradCam cam = GradCam.builder(model).preprocessing(Preprocessing.kerasTf()).build();
      cam.explain(Images.read(photo)).heatmap().overlay().write(picture);
    }
    assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(40);
  }

  @Test
  @DisplayName("lists layers by the names of Keras, and takes operations by their own")
  void names() {
    try (Model model = Models.load(flowers)) {
      List<Layer> layers = model.layers(Shape.of(3, 160, 160));
      assertThat(layers).extracting(Layer::path).contains("block3/conv2", "expand", "fc");
      assertThat(model.hook("imagenette_cnn_1/expand_1/relu_1/Relu")).isNotNull();
    }
  }

  @Test
  @DisplayName("chooses among outputs, and lists them where there is no such one")
  void chooses() {
    ModelOptions logits = ModelOptions.builder().output("logits").build();
    ModelOptions other = ModelOptions.builder().output("embed/features").build();
    Models.load(flowers, logits).close();
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> Models.load(flowers, other).close())
        .withMessageContaining("There are: logits");
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(
            () -> {
              SavedModelChoice choice =
                  new SavedModelChoice(Set.of("serve", "gpu"), Optional.of("classify"));
              Model model = TfModels.open(flowers, choice, ModelOptions.defaults());
              model.close();
            })
        .withMessageContaining("There are: [serve]");
  }

  @Test
  @DisplayName("runs: a SavedModel that TensorFlow has loaded")
  void inMemory() {
    try (SavedModelBundle bundle = SavedModelBundle.load(flowers.toString(), "serve");
        Model model = TfModels.of(bundle)) {
      assertThat(model.layers()).isNotEmpty();
    }
  }

  @Test
  @DisplayName("is code that is compiled here, line by line")
  void isCompiled() throws IOException {
    String here = Files.readString(THIS).replaceAll("\\s+", "");
    Pattern code = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    assertThat(code.matcher(Files.readString(PAGE)).results().map(MatchResult::group))
        .hasSize(4)
        .allSatisfy(
            block ->
                assertThat(
                        block
                            .replaceAll("```(java)?", "")
                            .replaceAll("//.*", "")
                            .split(";|\\{|\\}"))
                    .allSatisfy(
                        statement -> assertThat(here).contains(statement.replaceAll("\\s+", ""))));
  }
}
