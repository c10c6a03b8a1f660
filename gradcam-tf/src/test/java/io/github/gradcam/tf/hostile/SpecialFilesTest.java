package io.github.gradcam.tf.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tf.TfBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A network that is not stored as usual")
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpecialFilesTest {

  private static final String INDEX = "variables/variables.index";
  private static final String NUMBERS = "variables/variables.data-00000-of-00001";

  @TempDir private Path folder;

  private Path saved() throws IOException {
    return Network.of("structures/plain").write(folder);
  }

  private static void assertRefused(Path source, String reason) {
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> new TfBackend().open(source, ModelOptions.defaults()).close())
        .withMessageContaining(reason)
        .satisfies(
            error ->
                assertThat(error.getMessage()).contains(source.toString()).matches("[^\\n]*[.?]"));
  }

  private static void pipe(Path path) throws IOException, InterruptedException {
    Files.deleteIfExists(path);
    Process made = new ProcessBuilder("mkfifo", path.toString()).start();
    assumeTrue(made.waitFor() == 0);
  }

  @Test
  @DisplayName("is not read if it is a pipe, which would never end")
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no pipes in folders")
  void pipes() throws IOException, InterruptedException {
    Path alone = folder.resolve("frozen.pb");
    pipe(alone);
    assertRefused(alone, "neither");
    Path saved = saved();
    for (String file : new String[] {NUMBERS, INDEX, Network.SAVED_MODEL}) {
      pipe(saved.resolve(file));
      assertRefused(saved, file.equals(Network.SAVED_MODEL) ? "neither" : file);
    }
  }

  @Test
  @DisplayName("is not read if it is a device")
  void device() {
    Path zeros = Path.of("/dev/zero");
    assumeTrue(Files.exists(zeros));
    assertRefused(zeros, "neither");
  }

  @Test
  @DisplayName("is not there if links lead in a ring")
  void links() throws IOException {
    Path one = folder.resolve("one");
    Files.createSymbolicLink(one, folder.resolve("two"));
    Files.createSymbolicLink(folder.resolve("two"), one);
    assertRefused(one, "does not exist");
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.createSymbolicLink(inside.resolve(Network.SAVED_MODEL), Path.of(Network.SAVED_MODEL));
    assertRefused(inside, "neither");
  }

  @Test
  @DisplayName("may have folders in the place of its files")
  void folders() throws IOException {
    Path saved = saved();
    for (String file : new String[] {NUMBERS, INDEX, Network.SAVED_MODEL}) {
      Files.delete(saved.resolve(file));
      Files.createDirectory(saved.resolve(file));
      assertRefused(saved, file.equals(Network.SAVED_MODEL) ? "neither" : file);
    }
  }

  @Test
  @DisplayName("may lack its variables: the error names the file")
  void noVariables() throws IOException {
    Path saved = saved();
    Files.delete(saved.resolve(INDEX));
    assertRefused(saved, INDEX);
    Files.delete(saved.resolve(NUMBERS));
    Files.delete(saved.resolve("variables"));
    assertRefused(saved, INDEX);
  }

  @Test
  @DisplayName("may have variables that are cut off or changed")
  void damagedVariables() throws IOException {
    for (String file : new String[] {INDEX, NUMBERS}) {
      Path saved = saved();
      byte[] bytes = Files.readAllBytes(saved.resolve(file));
      byte[] changed = bytes.clone();
      changed[20] ^= 1;
      for (byte[] damaged :
          new byte[][] {new byte[0], Arrays.copyOf(bytes, bytes.length / 2), changed}) {
        Files.write(saved.resolve(file), damaged);
        assertThatExceptionOfType(ModelOpenException.class)
            .isThrownBy(() -> new TfBackend().open(saved, ModelOptions.defaults()).close());
      }
    }
  }

  @Test
  @DisplayName("may be forbidden: the error says so")
  void forbidden() throws IOException {
    Path file = saved().resolve(Network.SAVED_MODEL);
    assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file));
    assertRefused(file.getParent(), "cannot be read");
  }

  @Test
  @DisplayName("is opened if it is a link to a network")
  void link() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), saved());
    try (Model model = new TfBackend().open(link, ModelOptions.defaults())) {
      assertThat(model.info().name()).isEqualTo("link");
    }
  }
}
