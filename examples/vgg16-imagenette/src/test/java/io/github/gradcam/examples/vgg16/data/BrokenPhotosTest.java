package io.github.gradcam.examples.vgg16.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.examples.vgg16.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenPhotosTest {

  private static final String TRUNCATED = "n01440764/n01440764_train_001.JPEG";
  private static final String EMPTY = "n03888257/n03888257_val_000.JPEG";

  @TempDir private Path folder;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private Path record = Path.of("");

  @BeforeEach
  void makePhotos() throws IOException {
    ImagenetteFixture.create(folder.resolve("data"), 15, 5);
    record = folder.resolve("broken-photos.txt");
  }

  @Test
  void allAreKeptIfNoneIsBroken() {
    assertThat(readable()).isEqualTo(open());
    assertThat(written.toString(UTF_8)).contains("200/200 photos").doesNotContain("Left out");
  }

  @Test
  void brokenOnesAreLeftOutNamedAndRemembered() throws IOException {
    breakTwo();

    Imagenette kept = readable();

    assertThat(kept.all()).hasSize(198);
    assertThat(kept.training().size() + kept.validation().size()).isEqualTo(149);
    assertThat(kept.test()).hasSize(49);
    assertThat(kept.all()).extracting(PhotoFile::name).doesNotContain(TRUNCATED, EMPTY);
    assertThat(written.toString(UTF_8))
        .contains("Left out: " + TRUNCATED + ": ")
        .contains("truncated or broken")
        .contains("Left out: " + EMPTY + ": ");
    assertThat(Files.readAllLines(record))
        .hasSize(3)
        .anyMatch(line -> line.startsWith(TRUNCATED + "\t"))
        .anyMatch(line -> line.startsWith(EMPTY + "\t"));
  }

  @Test
  void secondTimeTheFileIsBelieved() throws IOException {
    breakTwo();
    Imagenette kept = readable();
    written.reset();

    assertThat(readable()).isEqualTo(kept);
    assertThat(written.toString(UTF_8))
        .contains("Left out: " + TRUNCATED)
        .doesNotContain("Looking at the photos");
  }

  @Test
  void photosThatWereReplacedAreLookedAtAgain() throws IOException {
    breakTwo();
    readable();
    Path data = folder.resolve("data");
    Files.delete(data.resolve("val").resolve(EMPTY));
    Files.copy(
        data.resolve("train").resolve("n01440764/n01440764_train_002.JPEG"),
        data.resolve("val").resolve(EMPTY));

    assertThat(readable().all()).hasSize(199);
  }

  @Test
  void manyBrokenOnesAreAnError() throws IOException {
    breakTwo();
    Files.writeString(
        folder.resolve("data/train/n02979186/n02979186_train_000.JPEG"), "no photo at all");

    assertThatThrownBy(this::readable)
        .isInstanceOf(DataException.class)
        .hasMessageContaining("3 of 200 photos are broken")
        .hasMessageContaining("at most one in 100")
        .hasMessageContaining(TRUNCATED);
    assertThat(record).doesNotExist();
  }

  @Test
  void fileThatSomebodyChangedIsAnError() throws IOException {
    breakTwo();
    readable();
    Files.writeString(record, Files.readString(record) + "something else\n");

    assertThatThrownBy(this::readable)
        .isInstanceOf(DataException.class)
        .hasMessageContaining("something else")
        .hasMessageContaining("Delete the file");
  }

  private void breakTwo() throws IOException {
    Path data = folder.resolve("data");
    Path truncated = data.resolve("train").resolve(TRUNCATED);
    byte[] bytes = Files.readAllBytes(truncated);
    Files.write(truncated, Arrays.copyOf(bytes, bytes.length / 2));
    Path empty = data.resolve("val").resolve(EMPTY);
    Files.write(empty, new byte[0]);
  }

  private Imagenette open() {
    return Imagenette.open(folder.resolve("data"), OptionalInt.empty(), 1);
  }

  private Imagenette readable() {
    return open().readable(record, new Console(new PrintStream(written, true, UTF_8), false));
  }
}
