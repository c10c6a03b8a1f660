package io.github.gradcam.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A processor")
class CpuTest {

  @Test
  @DisplayName("of Intel's is told by its model and the instructions that matter")
  void intel() {
    assertThat(
            Cpu.of(
                List.of(
                    "processor\t: 0",
                    "model\t\t: 143",
                    "model name\t: Intel(R) Xeon(R) Platinum 8481C CPU @ 2.70GHz",
                    "flags\t\t: fpu sse2 avx avx2 avx512f amx_tile",
                    "",
                    "processor\t: 1",
                    "model name\t: another"),
                "amd64"))
        .isEqualTo(
            new Cpu(
                "Intel(R) Xeon(R) Platinum 8481C CPU @ 2.70GHz",
                List.of("avx2", "avx512f", "amx_tile")));
  }

  @Test
  @DisplayName("of Arm's names no model")
  void arm() {
    assertThat(Cpu.of(List.of("BogoMIPS\t: 243.75", "Features\t: fp asimd sve"), "aarch64"))
        .isEqualTo(new Cpu("aarch64", List.of("asimd", "sve")));
  }

  @Test
  @DisplayName("on another system is what Java calls it")
  void elsewhere() {
    assertThat(Cpu.of(List.of(), "aarch64")).isEqualTo(new Cpu("aarch64", List.of()));
  }
}
