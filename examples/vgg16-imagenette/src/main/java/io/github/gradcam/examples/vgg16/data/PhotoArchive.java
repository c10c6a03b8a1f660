package io.github.gradcam.examples.vgg16.data;

import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.console.Progress;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Imagenette as a {@code .tgz}, of which only so many files and folders inside one folder come.
 *
 * @param file the archive
 * @param entryLimit how many entries it may have
 * @param byteLimit how many bytes they may have together
 */
record PhotoArchive(Path file, int entryLimit, long byteLimit) {

  private static final int ENTRIES = 20_000;
  private static final long BYTES = 2_000_000_000;

  PhotoArchive(Path file) {
    this(file, ENTRIES, BYTES);
  }

  /**
   * Unpacks everything. What is interrupted begins anew the next time.
   *
   * @param folder the folder to be, seen when it is complete
   */
  void unpack(Path folder, Console console) {
    Path growing =
        folder.toAbsolutePath().normalize().resolveSibling(folder.getFileName() + ".part");
    try {
      Folders.delete(growing);
      Files.createDirectories(growing);
      try (Progress progress = console.bytes("Unpacking " + file.getFileName(), Files.size(file));
          InputStream counted =
              new BufferedInputStream(new Counted(Files.newInputStream(file), progress));
          TarArchiveInputStream entries = new TarArchiveInputStream(new GZIPInputStream(counted))) {
        extract(entries, growing);
      }
      Files.move(growing, folder);
    } catch (IOException | IllegalArgumentException e) {
      throw new DataException(
          file
              + " cannot be unpacked ("
              + e
              + "). Check the free space in "
              + growing.getParent()
              + ", or delete the archive to fetch it again.",
          e);
    }
  }

  private void extract(TarArchiveInputStream entries, Path into) throws IOException {
    int count = 0;
    long bytes = 0;
    for (TarArchiveEntry entry = entries.getNextEntry();
        entry != null;
        entry = entries.getNextEntry()) {
      count++;
      bytes += entry.getSize();
      if (count > entryLimit || bytes > byteLimit) {
        throw new DataException(
            file
                + " holds more than "
                + entryLimit
                + " entries or "
                + byteLimit
                + " bytes, and is not Imagenette. Delete it.");
      }
      Path target = into.resolve(entry.getName()).normalize();
      if (!target.startsWith(into) || !isPlain(entry)) {
        throw new DataException(
            file
                + " holds the entry "
                + entry.getName()
                + ", but only files and folders inside its own folder were expected. Delete it.");
      }
      if (entry.isDirectory()) {
        Files.createDirectories(target);
      } else {
        Files.createDirectories(target.resolveSibling(""));
        Files.copy(entries, target);
      }
    }
  }

  private static boolean isPlain(TarArchiveEntry entry) {
    boolean special =
        entry.isSymbolicLink()
            || entry.isLink()
            || entry.isCharacterDevice()
            || entry.isBlockDevice()
            || entry.isFIFO()
            || entry.isSparse();
    return !special && (entry.isDirectory() || entry.isFile());
  }

  /** Tells how much of the archive was read. */
  private static final class Counted extends FilterInputStream {

    private final Progress progress;

    Counted(InputStream in, Progress progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      if (value >= 0) {
        progress.advance(1);
      }
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      progress.advance(Math.max(0, read));
      return read;
    }
  }
}
