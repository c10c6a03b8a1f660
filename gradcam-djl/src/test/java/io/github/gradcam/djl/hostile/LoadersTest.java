package io.github.gradcam.djl.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.trials.Fork;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("In a class loader that is not the application's")
class LoadersTest {

  @ParameterizedTest(name = "{0}")
  @DisplayName("a model is opened and explained, whatever the thread's own loader is")
  @ValueSource(strings = {"same", "none", "platform"})
  void opens(String context, @TempDir Path folder) {
    String classes = Path.of("target", "test-classes").toAbsolutePath().toString();
    Fork.End end =
        Forks.in(folder)
            .run(
                classes,
                OtherLoader.class.getName(),
                context,
                System.getProperty("java.class.path"));
    assertThat(end.output()).contains("explained in OtherLoader.Own");
    assertThat(end.status()).isZero();
  }
}
