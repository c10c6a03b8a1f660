package io.github.gradcam.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.image.Resize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A file that says how photos are prepared")
class ProcessorFileTest {

  private static final String EVERYTHING =
      """
      "do_resize": true, "size": {"height": 32, "width": 48}, "resample": 2,
      "do_center_crop": false, "do_rescale": true, "rescale_factor": 0.00392156862745098,
      "do_normalize": true, "image_mean": [0.5, 0.25, 0.125], "image_std": [0.5]
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'image_processor_type': 'ViTImageProcessor', 'resample': 5 | \"resample\" is 5",
        "'image_processor_type': 'ViTImageProcessor', 'resample': 4 | \"resample\" is 4",
        "'image_processor_type': 'ViTImageProcessor', 'do_resize': false | \"do_resize\" is false",
        "'image_processor_type': 'ViTImageProcessor', 'size': 1e9 | whole numbers of pixels",
        "'image_processor_type': 'ViTImageProcessor', 'size': 2.5 | \"size\" is 2.5",
        "'image_processor_type': 'ViTImageProcessor', 'size': -3 | \"size\" is -3",
        "'image_processor_type': 'ViTImageProcessor', 'size': {'edge': 3} | \"size\" is {\"edge\":3}",
        "'image_processor_type': 'ViTImageProcessor', 'size': {'shortest_edge': 224} | every photo",
        "'image_processor_type': 'ViTImageProcessor', 'image_std': [1, 0, 1] | \"image_std\" is [1,0,1]",
        "'image_processor_type': 'ViTImageProcessor', 'image_mean': [1, 2] | \"image_mean\" is [1,2]",
        "'image_processor_type': 'ViTImageProcessor', 'image_mean': [1e999] | range of a double",
        "'image_processor_type': 'ViTImageProcessor', 'image_mean': 'grey' | \"image_mean\" is \"grey\"",
        "'image_processor_type': 'ViTImageProcessor', 'do_rescale': 1 | true or false",
        "'image_processor_type': 'ViTImageProcessor', 'rescale_factor': 0 | \"rescale_factor\" is 0",
        "'image_processor_type': 'ViTImageProcessor', 'do_convert_grayscale': true | do_convert_grayscale",
        "'image_processor_type': 'ViTImageProcessor', 'do_pad': true | \"do_pad\" is true",
        "'image_processor_type': 'MobileViTImageProcessor' | black borders",
        "'image_processor_type': 'ConvNextImageProcessor', 'size': 224, 'crop_pct': 0 | \"crop_pct\" is 0",
        "'image_processor_type': 'CLIPImageProcessorFast', 'size': {'shortest_edge': 9, 'longest_edge': 12} | depend on the photo",
        "'image_processor_type': 'PerceiverImageProcessor' | this one does more",
        "'feature_extractor_type': 'ImageGPTFeatureExtractor' | this one does more",
        "'image_processor_type': 'ViTImageProcesor' | Nearest: \"ViTImageProcessor\"",
        "'image_processor_type': 7 | should be a text",
        "'size': 224, 'do_resize': true | names no \"image_processor_type\"",
        "'model_type': 'vit' | does not say how photos are prepared",
        "'pretrained_cfg': {'crop_mode': 'border', 'interpolation': 'bilinear'} | \"crop_mode\" is \"border\"",
        "'pretrained_cfg': {'interpolation': 'random'} | \"interpolation\" is \"random\"",
        "'pretrained_cfg': {'interpolation': 'bilinear', 'input_size': [1, 28, 28]} | \"input_size\" is [1,28,28]",
        "'pretrained_cfg': 5 | an object",
        "'do_resize': true, 'do_resize': false | stands there twice",
        "'image_mean': [NaN] | not the JSON it should be",
        "'image_mean': [0.5 | not the JSON it should be"
      })
  @DisplayName("is refused, naming what stands there, where it cannot be followed to the letter")
  void refused(String members, String expected) throws IOException {
    Path file = write("preprocessor_config.json", "{" + members.replace('\'', '"') + "}");
    assertThatThrownBy(() -> ProcessorFile.read(file).preprocessing())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("preprocessor_config.json")
        .hasMessageContaining(expected);
  }

  @Test
  @DisplayName("is refused where a number has a thousand digits")
  void longNumber() throws IOException {
    Path file = write("preprocessor_config.json", "{\"size\": " + "9".repeat(1000) + "}");
    assertThatThrownBy(() -> ProcessorFile.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a number has 1000 digits");
  }

  @Test
  @DisplayName("is refused where it is nested a thousand deep")
  void deep() throws IOException {
    Path file = write("preprocessor_config.json", "{\"a\":" + "[".repeat(1000));
    assertThatThrownBy(() -> ProcessorFile.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not the JSON it should be");
  }

  @Test
  @DisplayName("is refused where it is no text, or larger than any such file")
  void notText() throws IOException {
    Path binary = Files.write(folder.resolve("model.pt"), new byte[] {'P', 'K', 3, 4, (byte) 0xff});
    assertThatThrownBy(() -> ProcessorFile.read(binary))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no text file");
    Path large = Files.write(folder.resolve("large.json"), new byte[(16 << 20) + 1]);
    assertThatThrownBy(() -> ProcessorFile.read(large))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("larger than 16 MiB");
  }

  @Test
  @DisplayName("may leave its class to the model's type beside it")
  void classOfTheModelType() throws IOException {
    Path file = write("preprocessor_config.json", "{\"do_resize\": true, \"size\": 96}");
    write("config.json", "{\"model_type\": \"vit\"}");
    Preprocessing preprocessing = ProcessorFile.read(file).preprocessing();
    assertThat(preprocessing.resize()).isEqualTo(new Resize.Squash(96, 96));
    assertThat(preprocessing.name()).startsWith("ViTImageProcessor");
  }

  @Test
  @DisplayName("may be of a class that nobody knows if it leaves nothing open")
  void selfExplaining() throws IOException {
    Path file =
        write("a.json", "{\"image_processor_type\": \"MyImageProcessor\"," + EVERYTHING + "}");
    Preprocessing preprocessing = ProcessorFile.read(file).preprocessing();
    assertThat(preprocessing.resize()).isEqualTo(new Resize.Squash(48, 32));
    assertThat(preprocessing.mean()).containsExactly(0.5, 0.25, 0.125);
    assertThat(preprocessing.deviation()).containsExactly(0.5, 0.5, 0.5);
  }

  @ParameterizedTest
  @CsvSource({"do_magic,true", "auto_map,'{}'"})
  @DisplayName("is refused if a class that nobody knows does something of its own")
  void unknownDeeds(String key, String value) throws IOException {
    Path file =
        write(
            "a.json",
            "{\"image_processor_type\": \"MyImageProcessor\", \"%s\": %s, %s}"
                .formatted(key, value, EVERYTHING));
    assertThatThrownBy(() -> ProcessorFile.read(file).preprocessing())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("MyImageProcessor");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
