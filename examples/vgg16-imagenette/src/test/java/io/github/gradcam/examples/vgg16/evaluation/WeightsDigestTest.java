package io.github.gradcam.examples.vgg16.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsDigestTest {

  @TempDir private Path folder;

  @Test
  void isSha256() throws IOException {
    Path file = Files.writeString(folder.resolve("w"), "abc");

    // FIPS 180-2, appendix B.1.
    assertThat(WeightsDigest.of(file).sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThatThrownBy(() -> WeightsDigest.of(folder.resolve("w")))
        .isInstanceOf(PredictionsException.class)
        .hasMessageContaining(folder.resolve("w").toString())
        .hasMessageContaining("Train the network first");
  }
}
