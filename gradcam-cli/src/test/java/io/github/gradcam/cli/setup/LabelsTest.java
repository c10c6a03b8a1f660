package io.github.gradcam.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A file of labels")
class LabelsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Katze\ngroßer Hund\n",
        "\uFEFFKatze\r\ngroßer Hund\r\n\r\n  \r\n",
        "[\"Katze\", \"großer Hund\"]",
        "{\"1\": \"großer Hund\", \"0\": \"Katze\"}",
        "{\"0\": [\"n02123045\", \"Katze\"], \"1\": [\"n02084071\", \"großer Hund\"]}",
        "{\"model_type\": \"vit\", \"id2label\": {\"0\": \"Katze\", \"1\": \"großer Hund\"}}",
        "{\"label_names\": [\"Katze\", \"großer Hund\"]}",
        "{\"pretrained_cfg\": {\"label_names\": {\"0\": \"Katze\", \"1\": \"großer Hund\"}}}"
      })
  @DisplayName("is read in each of the forms people keep names in")
  void forms(String text) throws IOException {
    assertThat(Labels.read(write(text))).containsExactly("Katze", "großer Hund");
  }

  @Test
  @DisplayName("may hold names that look like the beginning of JSON")
  void bracketed() throws IOException {
    assertThat(Labels.read(write("[background]\n[unknown]\n")))
        .containsExactly("[background]", "[unknown]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\n",
        "cat\n\ndog\n",
        "cat\u0000dog\n",
        "[\"cat\", 7]",
        "{\"0\": \"cat\", \"2\": \"dog\"}",
        "{\"0\": \"cat\", \"00\": \"dog\"}",
        "{\"cat\": 0, \"dog\": 1}",
        "[\"cat\", \"\\u001b[2J\"]",
        "[\"cat\", \" \"]",
        "{\"id2label\": {}}",
        "{\"id2label\": 3}",
        "{\"0\": \"cat\""
      })
  @DisplayName("is refused where it does not name every class")
  void refused(String text) throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> Labels.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("names.txt");
  }

  @Test
  @DisplayName("is refused where it is not UTF-8, not there, or a folder")
  void noText() throws IOException {
    Path latin =
        Files.write(folder.resolve("latin.txt"), "Bär".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Labels.read(latin))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not UTF-8");
    assertThatThrownBy(() -> Labels.read(folder.resolve("none.txt")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("There is no file");
    assertThatThrownBy(() -> Labels.read(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a folder");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("names.txt"), text);
  }
}
