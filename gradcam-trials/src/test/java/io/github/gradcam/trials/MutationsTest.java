package io.github.gradcam.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Trials")
class MutationsTest {

  @Test
  @DisplayName("tell errors in prose from other errors and from the end of the JVM, and go on")
  void tell(@TempDir Path folder) {
    Mutations mutations = new Mutations(new Rigged(), folder);
    mutations.run(0, 6);
    assertThat(mutations.count("refused: ModelOpenException")).isEqualTo(2);
    assertThat(mutations.count("")).isEqualTo(2);
    assertThat(mutations.broken())
        .satisfiesExactly(
            mumbled -> assertThat(mumbled).startsWith("trial 1 MUMBLES").contains("not in prose"),
            thrown -> assertThat(thrown).startsWith("trial 2 THROWS").contains("IndexOutOfBounds"),
            ended -> assertThat(ended).isEqualTo("trial 3 EXITS ends the JVM with 7"),
            again -> assertThat(again).startsWith("trial 5 MUMBLES"));
  }
}
