package io.github.gradcam.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The baseline of allocation")
class BaselineTest {

  private final Baseline baseline = new Baseline(Map.of("A.a backend=djl", 1_000_000L));

  @Test
  @DisplayName("allows a tenth more and 16 KiB")
  void allowsSome() {
    assertThat(baseline.complaints(new Baseline(Map.of("A.a backend=djl", 1_116_384L)))).isEmpty();
    assertThat(baseline.complaints(new Baseline(Map.of("A.a backend=djl", 500_000L)))).isEmpty();
  }

  @Test
  @DisplayName("says by how much a benchmark has grown")
  void growth() {
    assertThat(baseline.complaints(new Baseline(Map.of("A.a backend=djl", 1_250_000L))))
        .containsExactly(
            "A.a backend=djl allocates 1,250,000 bytes a call, 25 % more than 1,000,000; up to"
                + " 1,116,384 are allowed.");
  }

  @Test
  @DisplayName("misses what is in one and not in the other")
  void missing() {
    assertThat(baseline.complaints(new Baseline(Map.of("B.b", 1L))))
        .containsExactly(
            "B.b is not in the baseline.",
            "A.a backend=djl is in the baseline, but was not measured.");
  }

  @Test
  @DisplayName("is read as it was written")
  void file(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("allocation.csv");
    baseline.write(file);
    assertThat(Baseline.read(Files.readString(file))).isEqualTo(baseline);
  }
}
