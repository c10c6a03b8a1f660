package io.github.gradcam.dl4j.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.dl4j.internal.source.KerasFixture;
import io.github.gradcam.trials.Fork;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Without ND4J's native libraries on the class path")
class NoNativesTest {

  @ParameterizedTest(name = "{0}")
  @DisplayName("files are inspected, and opening one names the libraries that are missing")
  @ValueSource(
      strings = {
        // The whole of nd4j-native.
        ".*nd4j-native-\\d.*",
        // Its library for this system.
        ".*nd4j-native-\\d[^/\\\\]*-(linux|macosx|windows)-.*",
        // What that library needs.
        ".*openblas-\\d[^/\\\\]*-(linux|macosx|windows)-.*"
      })
  void missing(String jars, @TempDir Path folder) {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.matches(jars))
            .collect(Collectors.joining(File.pathSeparator));
    // Nor what an earlier process has unpacked.
    Fork.End end =
        Forks.in(folder, "-Dorg.bytedeco.javacpp.cachedir=" + folder)
            .run(classPath, NoNatives.class.getName(), "" + KerasFixture.of("lenet").file());
    assertThat(end.output())
        .contains("inspected Opens", "unavailable: ND4J's native libraries")
        .contains("org.nd4j:nd4j-native", "org.bytedeco:openblas", "org.bytedeco:javacpp")
        .doesNotContain("\tat ");
    assertThat(end.output().lines().filter(line -> line.startsWith("unavailable:"))).hasSize(2);
    assertThat(end.status()).isZero();
  }
}
