package io.github.gradcam.examples.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("PyTorch and TensorFlow in one process")
class LoadingOrderTest {

  @ParameterizedTest(name = "{0} first")
  @ValueSource(strings = {"torch", "tensorflow"})
  @DisplayName("get on, whichever comes first")
  void anyOrder(String first, @TempDir Path folder) throws Exception {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command(first))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
      assertThat(output).content().containsPattern("largest difference: \\d\\.\\d+E-[678]\\s");
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> command(String first) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Dai.djl.offline=true",
        "-cp",
        System.getProperty("java.class.path"),
        LoadingOrder.class.getName(),
        first);
  }
}
