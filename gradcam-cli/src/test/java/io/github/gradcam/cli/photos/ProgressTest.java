package io.github.gradcam.cli.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The progress bar")
class ProgressTest {

  @Test
  @DisplayName("shows how far it is, the rate and the time that is left")
  void line() {
    assertThat(Progress.line(250, 1000, 10_000_000_000L))
        .isEqualTo("[#######                       ] 250 of 1000, 25.0 a second, 30 s left");
    assertThat(Progress.line(10, 100_000, 10_000_000_000L))
        .endsWith("1.0 a second, 27 h 46 min left");
    assertThat(Progress.line(0, 5, 3_000_000_000L)).endsWith("0 of 5, 0.0 a second");
  }

  @Test
  @DisplayName("is silent in the first two seconds")
  void silent() {
    StringWriter terminal = new StringWriter();
    Progress progress = Progress.on(new PrintWriter(terminal), 3);
    progress.step();
    progress.paint();
    progress.clear();
    assertThat(terminal.toString()).isEmpty();
  }
}
