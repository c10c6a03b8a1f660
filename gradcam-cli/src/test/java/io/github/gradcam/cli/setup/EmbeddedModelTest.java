package io.github.gradcam.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.WriteException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The embedded model")
class EmbeddedModelTest {

  @TempDir Path folder;

  @Test
  @DisplayName("is a file until it is closed, the same as the committed one")
  void untilClosed() throws IOException {
    EmbeddedModel model = EmbeddedModel.unpackInto(folder);
    assertThat(model.path()).hasFileName("imagenette-cnn.pt").hasSameBinaryContentAs(committed());
    model.close();
    model.close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @DisplayName("is a typed error where the temporary folder cannot be written to")
  void noFolder() {
    assertThatThrownBy(() -> EmbeddedModel.unpackInto(folder.resolve("missing")))
        .isInstanceOf(WriteException.class)
        .hasMessageContaining("missing")
        .hasMessageContaining("java.io.tmpdir");
  }

  private static Path committed() {
    return Path.of("../tools/demo-model/imagenette-cnn.pt"); // Maven runs tests in the module.
  }
}
