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
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoArchiveTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Console console = new Console(new PrintStream(written, true, UTF_8), false);

  @Test
  void unpackedArchiveIsOpened() throws IOException {
    Path root = ImagenetteFixture.create(folder.resolve("made/imagenette2-320"), 3, 2);
    Path archive =
        pack(
            tar -> {
              try (Stream<Path> all = Files.walk(root)) {
                for (Path one : all.filter(Files::isRegularFile).toList()) {
                  String name = "imagenette2-320/" + root.relativize(one);
                  file(tar, name.replace('\\', '/'), Files.readAllBytes(one));
                }
              }
            });

    new PhotoArchive(archive).unpack(folder.resolve("photos"), console);

    Imagenette unpacked = Imagenette.open(folder.resolve("photos"), OptionalInt.empty(), 1);
    assertThat(unpacked.all())
        .hasSize(50)
        .allSatisfy(
            photo ->
                assertThat(photo.file())
                    .hasSameBinaryContentAs(
                        root.resolve(photo.name().contains("_val_") ? "val" : "train")
                            .resolve(photo.name())));
    assertThat(folder.resolve("photos.part")).doesNotExist();
    assertThat(written.toString(UTF_8)).contains("Unpacking photos.tgz", "100%");
  }

  @Test
  void interruptedUnpackingBeginsAnew() throws IOException {
    Files.createDirectories(folder.resolve("photos.part/train"));
    Files.writeString(folder.resolve("photos.part/train/half.JPEG"), "half");
    Path archive = pack(tar -> file(tar, "train/a.JPEG", new byte[10]));

    new PhotoArchive(archive).unpack(folder.resolve("photos"), console);

    assertThat(folder.resolve("photos/train/a.JPEG")).hasSize(10);
    assertThat(folder.resolve("photos/train/half.JPEG")).doesNotExist();
  }

  @Test
  void truncatedArchiveLeavesNoFolder() throws IOException {
    Path archive = pack(tar -> file(tar, "train/a.JPEG", new byte[100_000]));
    byte[] bytes = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> new PhotoArchive(archive).unpack(folder.resolve("photos"), console))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("cannot be unpacked")
        .hasMessageContaining("delete the archive");
    assertThat(folder.resolve("photos")).doesNotExist();
  }

  @Test
  void whatIsNoArchiveIsAnError() throws IOException {
    Path archive = Files.writeString(folder.resolve("photos.tgz"), "<html>log in first</html>");

    assertThatThrownBy(() -> new PhotoArchive(archive).unpack(folder.resolve("photos"), console))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("cannot be unpacked");
  }

  @Test
  void entryOutsideItsFolderIsRefused() throws IOException {
    refused(tar -> file(tar, "train/../../outside.JPEG", new byte[1]), "outside.JPEG");
    assertThat(folder.resolve("outside.JPEG")).doesNotExist();
  }

  @Test
  void linksAreRefused() throws IOException {
    refused(tar -> link(tar, TarConstants.LF_SYMLINK), "train/link");
    refused(tar -> link(tar, TarConstants.LF_LINK), "train/link");
    refused(tar -> link(tar, TarConstants.LF_FIFO), "train/link");
  }

  @Test
  void tooManyEntriesOrBytesAreRefused() throws IOException {
    Path archive =
        pack(
            tar -> {
              file(tar, "a.JPEG", new byte[600]);
              file(tar, "b.JPEG", new byte[600]);
            });

    new PhotoArchive(archive, 2, 1200).unpack(folder.resolve("photos"), console);

    assertThat(folder.resolve("photos/b.JPEG")).hasSize(600);
    for (PhotoArchive small :
        new PhotoArchive[] {
          new PhotoArchive(archive, 1, 1200), new PhotoArchive(archive, 2, 1199)
        }) {
      assertThatThrownBy(() -> small.unpack(folder.resolve("more"), console))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("holds more than");
      assertThat(folder.resolve("more")).doesNotExist();
    }
  }

  private void refused(Content content, String entry) throws IOException {
    Path archive = pack(content);
    assertThatThrownBy(() -> new PhotoArchive(archive).unpack(folder.resolve("photos"), console))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(entry)
        .hasMessageContaining("only files and folders");
    assertThat(folder.resolve("photos")).doesNotExist();
  }

  private Path pack(Content content) throws IOException {
    Path archive = folder.resolve("photos.tgz");
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
      content.writeTo(tar);
    }
    return archive;
  }

  private static void file(TarArchiveOutputStream tar, String name, byte[] bytes)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  private static void link(TarArchiveOutputStream tar, byte kind) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry("train/link", kind);
    entry.setLinkName("../../outside.JPEG");
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(TarArchiveOutputStream tar) throws IOException;
  }
}
