package io.github.gradcam.examples.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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
  @DisplayName("get on, whichever comes first, also when both compute at the same time")
  void anyOrder(String first, @TempDir Path folder) throws Exception {
    Path output = folder.resolve("output.txt");
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(command(first))
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as("%s", Files.readString(errors)).isZero();
      assertThat(Float.parseFloat(Files.readString(output).strip())).isLessThan(1e-5f);
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
