package io.github.gradcam.image;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidInputException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColormapTest {

  static Stream<String> colours() {
    return new String(Fixtures.bytes("colours.txt"), US_ASCII).lines();
  }

  @ParameterizedTest
  @MethodSource("colours")
  void everyColourIsMatplotlibs(String line) {
    String[] words = line.split(" ");
    Colormap map = Colormap.valueOf(words[0].toUpperCase(Locale.ROOT));

    assertThat(map.rgb(Double.parseDouble(words[1]))).isEqualTo(Integer.parseInt(words[2], 16));
  }

  @Test
  void everyTableHas256Colours() {
    assertThat(Colormap.values()).allSatisfy(map -> assertThat(map.table()).hasSize(256));
  }

  @Test
  void nanHasNoColour() {
    assertThatThrownBy(() -> Colormap.MAGMA.rgb(Double.NaN))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "NaN has no colour: heat goes from 0 to 1. Look for NaN where the map comes from.");
  }
}
