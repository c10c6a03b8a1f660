package io.github.gradcam.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A stranger's name on a terminal")
class PrintableTest {

  @Test
  @DisplayName("is one line without commands, and otherwise as it is")
  void oneLine() {
    assertThat(Printable.of("a\nb\u001b[31m.jpg")).isEqualTo("a\\x0ab\\x1b[31m.jpg");
    assertThat(Printable.of("Köln 東京 🙂 'x' .jpg")).isEqualTo("Köln 東京 🙂 'x' .jpg");
  }
}
