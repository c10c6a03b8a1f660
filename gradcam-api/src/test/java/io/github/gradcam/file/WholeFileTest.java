package io.github.gradcam.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.WriteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir Path folder;

  @Test
  void anExistingFileIsReplacedAndNothingElseIsLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old and longer");

    WholeFile.write(file, out -> out.write("new".getBytes(UTF_8)));

    assertThat(file).hasContent("new");
    assertThat(folder).isDirectoryContaining(file::equals);
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void afterAFailureTheOldFileIsWhatItWasAndNothingElseIsLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");

    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(WriteException.class)
        .hasMessageContaining(file + " cannot be written")
        .hasMessageContaining("disk full")
        .hasMessageContaining("Check permissions and free space in " + folder);

    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void whileContentIsWrittenTheFileIsNotThere() {
    Path file = folder.resolve("a.txt");

    WholeFile.write(file, out -> assertThat(file).doesNotExist());

    assertThat(file).exists();
  }

  @Test
  void aFolderIsNoFile() {
    assertThatThrownBy(() -> WholeFile.write(folder, out -> {}))
        .isInstanceOf(WriteException.class)
        .hasMessage(folder + " is a folder, so no file can be written there. Name a file in it.");
  }
}
