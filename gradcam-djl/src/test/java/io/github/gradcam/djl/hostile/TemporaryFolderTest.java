package io.github.gradcam.djl.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.trials.Fork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The folder for temporary files")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the limits are a shell's")
class TemporaryFolderTest {

  private static final String TMPDIR = "-Djava.io.tmpdir=";

  @TempDir private Path folder;

  @Test
  @DisplayName("is empty after models were opened, refused, used and not closed")
  void isEmpty() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Fork.End end = Forks.in(folder, TMPDIR + empty).run(OpenSome.class);
    assertThat(end.output()).contains("opened 2").contains("refused 2");
    assertThat(end.status()).isZero();
    assertThat(empty).isEmptyDirectory();
  }

  @Test
  @DisplayName("may be missing: the error names it, and the property that names another one")
  void isMissing() {
    Path missing = folder.resolve("missing");
    Fork.End end = Forks.in(folder, TMPDIR + missing).run(OpenSome.class);
    assertThat(end.output())
        .contains("opened 0", "No temporary file can be written", missing + "", "java.io.tmpdir");
  }

  @Test
  @DisplayName("may be full: the error says so, and nothing stays in it")
  void isFull() throws IOException {
    Path full = Files.createDirectory(folder.resolve("full"));
    // No file may grow beyond 4 KB.
    Fork.End end = Forks.in(folder, TMPDIR + full).limited("ulimit -f 8").run(OpenSome.class);
    assertThat(end.output())
        .contains("opened 0", "No temporary file can be written", "as much room");
    assertThat(full).isEmptyDirectory();
  }
}
