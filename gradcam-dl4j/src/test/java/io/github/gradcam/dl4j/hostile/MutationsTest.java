package io.github.gradcam.dl4j.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.trials.Mutations;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Networks damaged by chance")
class MutationsTest {

  private static final int TRIALS = 2000;

  @Test
  @DisplayName("open, or fail with an error of this library, and leave nothing behind")
  void openOrFail(@TempDir Path folder) {
    Mutations mutations = new Mutations(new DamagedNetworks(), folder);
    mutations.run(0, TRIALS);
    assertThat(mutations.broken()).isEmpty();
    assertThat(mutations.count("opened, gradients")).isPositive();
    assertThat(mutations.count("refused: ModelOpenException")).isPositive();
    assertThat(mutations.count("")).isEqualTo(TRIALS);
    assertThat(folder.toFile().list()).containsExactly("output.txt");
  }
}
