package io.github.gradcam.examples.vgg16.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.WriteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A folder that is written whole")
class WholeFolderTest {

  private static final String SIGN = "sign";

  @TempDir Path place;

  private Path folder;

  @BeforeEach
  void write() {
    folder = place.resolve("folder");
    WholeFolder.write(folder, SIGN, part -> Files.writeString(part.resolve(SIGN), "first"));
  }

  @Test
  @DisplayName("stays what it was when its content fails")
  void contentFails() {
    assertThatThrownBy(
            () ->
                WholeFolder.write(
                    folder,
                    SIGN,
                    part -> {
                      Files.writeString(part.resolve(SIGN), "half");
                      throw new IOException("No space left");
                    }))
        .isInstanceOf(WriteException.class)
        .hasMessageContaining("No space left");

    onlyTheFirstIsThere();
  }

  @Test
  @DisplayName("stays what it was when the new one cannot be moved into its place")
  void moveFails() {
    // Nothing is left to be moved.
    assertThatThrownBy(() -> WholeFolder.write(folder, SIGN, Files::delete))
        .isInstanceOf(WriteException.class)
        .hasMessageContaining(folder.toString());

    onlyTheFirstIsThere();
  }

  private void onlyTheFirstIsThere() {
    assertThat(place.toFile().list()).containsExactly("folder");
    assertThat(folder.resolve(SIGN)).hasContent("first");
  }
}
