package io.github.gradcam.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.image.ChannelOrder;
import io.github.gradcam.image.Interpolation;
import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.image.Resize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a person did not say of the model")
class SetupRequestTest {

  private static final String SWIN =
      """
      {"image_processor_type": "ViTImageProcessor", "size": {"height": 192, "width": 192}}
      """;

  @TempDir Path folder;
  private Path model = Path.of("");

  @BeforeEach
  void aModelSomewhere() throws IOException {
    model = Files.createFile(folder.resolve("resnet50.v2.pt"));
  }

  @Test
  @DisplayName("is the embedded model's where no model was named, and that is told")
  void embedded() {
    Setup setup =
        new SetupRequest(Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty())
            .resolve();
    assertThat(setup.labels()).hasSize(10).startsWith("tench").endsWith("parachute");
    assertThat(setup.preprocessing().resize()).isEqualTo(new Resize.Squash(160, 160));
    assertThat(setup.preprocessing().mean()).isEqualTo(Preprocessing.torchvision().mean());
    assertThat(setup.assumptions()).singleElement().asString().contains("No model was named");
  }

  @Test
  @DisplayName("is torchvision's preset and classes without names where nothing lies beside it")
  void nothingBeside() {
    Setup setup = of(model).resolve();
    assertThat(setup.preprocessing()).isEqualTo(Preprocessing.torchvision());
    assertThat(setup.labels()).isEmpty();
    assertThat(setup.assumptions())
        .containsExactly(
            "Nothing says how photos are prepared for resnet50.v2.pt: torchvision's preset was"
                + " assumed; say --preprocess if it is another.",
            "Nothing names the classes of resnet50.v2.pt: they are called by their numbers; say"
                + " --labels.");
  }

  @Test
  @DisplayName("is read from the transformers library's two files beside it")
  void huggingFaceBeside() throws IOException {
    write("preprocessor_config.json", SWIN);
    write("config.json", "{\"id2label\": {\"0\": \"cat\", \"1\": \"dog\"}}");
    Setup setup = of(model).resolve();
    assertThat(setup.preprocessing().resize()).isEqualTo(new Resize.Squash(192, 192));
    assertThat(setup.labels()).containsExactly("cat", "dog");
    assertThat(setup.assumptions())
        .hasSize(2)
        .anyMatch(sentence -> sentence.contains("preprocessor_config.json"))
        .anyMatch(sentence -> sentence.contains("2 classes") && sentence.contains("config.json"));
  }

  @Test
  @DisplayName("is read inside of a model that is a folder")
  void insideAFolder() throws IOException {
    write("preprocessor_config.json", SWIN);
    write("labels.txt", "cat\ndog\n");
    Setup setup = of(folder).resolve();
    assertThat(setup.preprocessing().resize()).isEqualTo(new Resize.Squash(192, 192));
    assertThat(setup.labels()).containsExactly("cat", "dog");
  }

  @Test
  @DisplayName("is read from the file that bears the model's name before one for the whole folder")
  void ownLabelsFirst() throws IOException {
    write("labels.txt", "wrong\n");
    write("resnet50.v2.labels.txt", "right\n");
    assertThat(of(model).resolve().labels()).containsExactly("right");
  }

  @Test
  @DisplayName("is read from timm's config.json, too")
  void timmBeside() throws IOException {
    write(
        "config.json",
        """
        {"architecture": "resnet18", "num_classes": 2, "label_names": ["cat", "dog"],
         "pretrained_cfg": {"input_size": [3, 160, 160], "interpolation": "bilinear",
                            "crop_pct": 0.95, "mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5]}}
        """);
    Setup setup = of(model).resolve();
    assertThat(setup.labels()).containsExactly("cat", "dog");
    assertThat(setup.preprocessing().resize()).isEqualTo(new Resize.CentreCrop(168, 160, 160));
    assertThat(setup.preprocessing().mean()).containsOnly(0.5);
  }

  @Test
  @DisplayName("is not read from a config.json that speaks of something else")
  void otherConfigs() throws IOException {
    write("config.json", "{\"database\": \"localhost\"}");
    assertThat(of(model).resolve().preprocessing()).isEqualTo(Preprocessing.torchvision());
  }

  @Test
  @DisplayName("is an error that tells how to do without where what lies beside is broken")
  void brokenBeside() throws IOException {
    write("preprocessor_config.json", "{");
    assertThatThrownBy(of(model)::resolve)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageEndingWith(
            "It was read because it lies beside the model; --preprocess wins over it.");
  }

  @Test
  @DisplayName("is never asked for where it was said, even if what lies beside is broken")
  void saidWins() throws IOException {
    write("preprocessor_config.json", "{");
    write("config.json", "{");
    write("labels.txt", "\n\n");
    Path labels = write("mine.txt", "a\nb\n");
    Setup setup =
        new SetupRequest(
                Optional.of(model),
                Optional.of("keras-caffe"),
                OptionalInt.of(300),
                Optional.of(labels))
            .resolve();
    assertThat(setup.preprocessing().channels()).isEqualTo(ChannelOrder.BGR);
    assertThat(setup.preprocessing().resize()).isEqualTo(new Resize.Squash(300, 300));
    assertThat(setup.labels()).containsExactly("a", "b");
    assertThat(setup.assumptions()).isEmpty();
  }

  @Test
  @DisplayName("is sized in proportion by --size, whatever the preprocessing is")
  void sized() throws IOException {
    Path file =
        write(
            "own.json", "{\"feature_extractor_type\": \"DeiTFeatureExtractor\", \"resample\": 2}");
    Setup setup =
        new SetupRequest(
                Optional.of(model),
                Optional.of(file.toString()),
                OptionalInt.of(112),
                Optional.empty())
            .resolve();
    assertThat(setup.preprocessing().interpolation()).isEqualTo(Interpolation.ANTIALIASED_BILINEAR);
    assertThat(setup.preprocessing().resize())
        .isInstanceOfSatisfying(
            Resize.SquashCrop.class,
            resize -> {
              assertThat(List.of(resize.stretchedWidth(), resize.stretchedHeight()))
                  .containsOnly(128);
              assertThat(List.of(resize.width(), resize.height())).containsOnly(112);
            });
  }

  @Test
  @DisplayName("is an error with the nearest preset where a preset's name is misspelt")
  void misspelt() {
    assertThatThrownBy(() -> preprocessedBy("torchvison").resolve())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("\"torchvison\" is neither a preset nor a file: there is no such")
        .hasMessageContaining("Nearest: \"torchvision\"");
  }

  @Test
  @DisplayName("is an error where the size is none")
  void noSize() {
    SetupRequest request =
        new SetupRequest(Optional.of(model), Optional.empty(), OptionalInt.of(0), Optional.empty());
    assertThatThrownBy(request::resolve).isInstanceOf(InvalidInputException.class);
  }

  private SetupRequest of(Path source) {
    return new SetupRequest(
        Optional.of(source), Optional.empty(), OptionalInt.empty(), Optional.empty());
  }

  private SetupRequest preprocessedBy(String presetOrFile) {
    return new SetupRequest(
        Optional.of(model), Optional.of(presetOrFile), OptionalInt.empty(), Optional.empty());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
