package io.github.gradcam.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The peak of memory")
class PeakMemoryTest {

  @Test
  @DisplayName("is read as Linux writes it")
  void read() {
    assertThat(
            PeakMemory.kibibytes(
                List.of("Name:\tjava", "VmPeak:\t 9000000 kB", "VmHWM:\t  401292 kB")))
        .isEqualTo(401292);
  }
}
