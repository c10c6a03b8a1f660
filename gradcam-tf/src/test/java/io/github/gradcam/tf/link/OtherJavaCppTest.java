package io.github.gradcam.tf.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.trials.Fork;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The javacpp on the class path")
class OtherJavaCppTest {

  private static final String NETWORK =
      Path.of("src/test/resources/residual-saved3").toAbsolutePath().toString();

  /** This class path with other jars in the place of javacpp's. */
  private static String classPath(String... others) {
    Stream<String> rest =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("javacpp"));
    return Stream.concat(rest, Stream.of(others)).collect(Collectors.joining(File.pathSeparator));
  }

  private static List<String> said(Path folder, String classPath) {
    Fork.End end =
        Fork.in(folder)
            .where("TF_CPP_MIN_LOG_LEVEL", "3")
            .run(classPath, Asking.class.getName(), NETWORK);
    assertThat(end.status()).as(end.output()).isZero();
    return end.output().lines().filter(line -> line.matches("(known|open|devices).*")).toList();
  }

  @Test
  @DisplayName("may be the one of another engine: the error has both versions and the cure")
  void another(@TempDir Path folder) {
    String jar = Path.of("target/other-javacpp/javacpp-1.5.7.jar").toAbsolutePath().toString();
    String explained =
        "TensorFlow needs org.bytedeco:javacpp 1.5.11, but 1.5.7 is on the class path:";
    assertThat(said(folder, classPath(jar)))
        .satisfiesExactly(
            known -> assertThat(known).isEqualTo("known: true"),
            open ->
                assertThat(open)
                    .startsWith("open: " + explained)
                    .contains("org.bytedeco.javacpp.PointerScope")
                    .contains("dependencyManagement", "Gradle", "org.bytedeco:javacpp:1.5.11"),
            devices -> assertThat(devices).startsWith("devices: " + explained));
  }

  @Test
  @DisplayName("may be missing: the error says so")
  void missing(@TempDir Path folder) {
    assertThat(said(folder, classPath()))
        .satisfiesExactly(
            known -> assertThat(known).isEqualTo("known: true"),
            open ->
                assertThat(open)
                    .startsWith("open: TensorFlow needs org.bytedeco:javacpp 1.5.11, but finds"),
            devices -> assertThat(devices).contains("finds none of it"));
  }

  @Test
  @DisplayName("is not blamed where it is the right one and TensorFlow's own library is missing")
  void rightOne(@TempDir Path folder) {
    String others =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.matches(".*tensorflow-core-native-[^-]+-.*"))
            .collect(Collectors.joining(File.pathSeparator));
    assertThat(said(folder, others))
        .satisfiesExactly(
            known -> assertThat(known).isEqualTo("known: true"),
            open -> assertThat(open).startsWith("open: TensorFlow's native library cannot be"),
            devices -> assertThat(devices).contains("tensorflow-core-native with the classifier"));
  }
}
