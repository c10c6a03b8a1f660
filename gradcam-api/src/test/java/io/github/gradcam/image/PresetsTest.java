package io.github.gradcam.image;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresetsTest {

  private static final Path PAGE = Path.of("../docs/reference/preprocessing.md");

  @Test
  void thePageOfPreprocessingSaysWhatEachPresetDoes() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `") && line.contains(" 224 x 224 "))
            .map(line -> line.substring(0, line.lastIndexOf(" | ")))
            .toList();

    assertThat(rows).isEqualTo(Preprocessing.presets().stream().map(PresetsTest::row).toList());
  }

  @Test
  void aPresetIsFoundByItsName() {
    for (Preprocessing preset : Preprocessing.presets()) {
      assertThat(Preprocessing.named(preset.name())).isEqualTo(preset);
    }
  }

  @Test
  void anUnknownNameOffersTheNearest() {
    assertThatThrownBy(() -> Preprocessing.named("keras"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("There is no preset \"keras\". Nearest: \"keras-caffe\"");
  }

  private static String row(Preprocessing preset) {
    double divisor = Math.rint(10 / preset.scale()) / 10;
    assertThat(preset.scale()).isEqualTo(1 / divisor);
    return "| `%s` | %s | %s | %s | 1/%s | %s | %s"
        .formatted(
            preset.name(),
            resize(preset.resize()),
            preset.interpolation(),
            preset.channels(),
            divisor == Math.rint(divisor) ? Long.toString((long) divisor) : divisor,
            numbers(preset.mean()),
            numbers(preset.deviation()));
  }

  private static String resize(Resize resize) {
    String size = resize.width() + " x " + resize.height();
    return resize instanceof Resize.CentreCrop crop
        ? "shorter side " + crop.shorterSide() + ", centre " + size
        : "squashed to " + size;
  }

  private static String numbers(List<Double> numbers) {
    return numbers.stream().map(String::valueOf).collect(joining(", "));
  }
}
