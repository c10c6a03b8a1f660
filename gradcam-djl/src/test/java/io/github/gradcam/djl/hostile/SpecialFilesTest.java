package io.github.gradcam.djl.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gradcam.djl.DjlBackend;
import io.github.gradcam.djl.Structure;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file that is none of the usual")
class SpecialFilesTest {

  private final Path good = Structure.of("nested-traced").file();

  @TempDir private Path folder;

  private static void assertRefused(Path file, String reason) {
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> new DjlBackend().open(file, ModelOptions.defaults()).close())
        .withMessageContaining(reason)
        .satisfies(error -> assertThat(error.getMessage()).contains(file.toString()).endsWith("."));
  }

  @Test
  @DisplayName("is not read if it is a directory or a device")
  void directory() {
    assertRefused(folder, "not a TorchScript archive");
    Path zeros = Path.of("/dev/zero");
    if (Files.exists(zeros)) {
      assertRefused(zeros, "not a TorchScript archive");
    }
  }

  @Test
  @DisplayName("is not there if it is a link to nothing, and opened if it is a link to a file")
  void link() throws IOException {
    Path file = Files.copy(good, folder.resolve("file.pt"));
    Path link = Files.createSymbolicLink(folder.resolve("m.pt"), file);
    try (Model model = new DjlBackend().open(link, ModelOptions.defaults())) {
      assertThat(model.info().name()).isEqualTo("m.pt");
    }
    Path broken = Files.createSymbolicLink(folder.resolve("b.pt"), folder.resolve("nothing"));
    assertRefused(broken, "There is no file");
  }

  @Test
  @DisplayName("may lie inside of another file: the error says to copy it")
  void insideOfAnother() throws IOException {
    Path zip = folder.resolve("models.zip");
    try (FileSystem inside = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Path file = Files.copy(good, inside.getPath("/m.pt"));
      assertRefused(file, "Copy it to a folder");
    }
  }

  @Test
  @DisplayName("may be forbidden: the error says so")
  void forbidden() throws IOException {
    Path file = Files.copy(good, folder.resolve("m.pt"));
    assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file));
    assertRefused(file, "may not be read");
  }
}
