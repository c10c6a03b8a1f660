package io.github.gradcam.examples.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("PyTorch, TensorFlow and Deeplearning4j in one process")
class LoadingOrderTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "TORCH TENSORFLOW DL4J",
        "TORCH DL4J TENSORFLOW",
        "TENSORFLOW TORCH DL4J",
        "TENSORFLOW DL4J TORCH",
        "DL4J TORCH TENSORFLOW",
        "DL4J TENSORFLOW TORCH"
      })
  @DisplayName("get on, in any order, also when all compute at the same time")
  void anyOrder(String order, @TempDir Path folder) throws Exception {
    Path output = folder.resolve("output.txt");
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(command(order))
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

  private static List<String> command(String order) {
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dai.djl.offline=true",
            "-cp",
            System.getProperty("java.class.path"),
            LoadingOrder.class.getName());
    return Stream.concat(java.stream(), Stream.of(order.split(" "))).toList();
  }
}
