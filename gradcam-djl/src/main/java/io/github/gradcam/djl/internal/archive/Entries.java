package io.github.gradcam.djl.internal.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The entries of a zip that is not trusted. Whatever is read has the size and the check sum that
 * the table of contents says, or is an error.
 */
final class Entries implements AutoCloseable {

  private static final long MOST = 50_000;
  private static final long MOST_TABLE = 16L << 20;
  private static final long MOST_GROWTH = 20;
  private static final long FREE_GROWTH = 64L << 20;

  private final ZipFile zip;
  private final long most;
  private final List<String> names;

  private Entries(ZipFile zip, long most) {
    this.zip = zip;
    this.most = most;
    this.names = zip.stream().map(ZipEntry::getName).toList();
  }

  /** Opens a zip, if its table of contents is not too large. */
  static Entries open(Path file) throws IOException {
    EndRecord end = EndRecord.of(file);
    if (end.entries() > MOST || end.bytes() > MOST_TABLE) {
      throw new ArchiveException("it says that it has " + end.entries() + " entries");
    }
    ZipFile zip = new ZipFile(file.toFile());
    try {
      return new Entries(zip, FREE_GROWTH + MOST_GROWTH * Files.size(file));
    } catch (IllegalArgumentException notText) {
      zip.close();
      throw new ZipException("its table of contents holds names that are no text");
    } catch (IOException | RuntimeException | Error failed) {
      zip.close();
      throw failed;
    }
  }

  List<String> names() {
    return names;
  }

  /** Fails unless every name is safe, and the whole unpacks to a bearable size. */
  void check() throws ArchiveException {
    EntryNames.check(names);
    long total = 0;
    for (String name : names) {
      long size = size(name);
      total = size < 0 || size > most ? most + 1 : total + size;
      if (total > most) {
        throw new ArchiveException(
            "it unpacks to more than " + most + " bytes, which is too much for its size");
      }
    }
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /** How many bytes an entry has, or -1 if there is none. */
  long size(String name) {
    ZipEntry entry = zip.getEntry(name);
    return entry == null ? -1 : entry.getSize();
  }

  long crc(String name) throws IOException {
    return entry(name).getCrc();
  }

  /** All bytes of an entry that has no more than a limit. */
  byte[] bytes(String name, long limit) throws IOException {
    long size = entry(name).getSize();
    if (size > limit) {
      throw new ArchiveException(
          "\""
              + EntryNames.shown(name)
              + "\" unpacks to "
              + size
              + " bytes, where no more than "
              + limit
              + " are expected");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    copy(name, out);
    return out.toByteArray();
  }

  /** Copies an entry. */
  void copy(String name, OutputStream out) throws IOException {
    ZipEntry entry = entry(name);
    CRC32 crc = new CRC32();
    try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), crc)) {
      long copied = Limited.copy(in, out, entry.getSize());
      if (copied != entry.getSize() || crc.getValue() != entry.getCrc()) {
        throw new ZipException(
            "\"" + EntryNames.shown(name) + "\" does not have the bytes that its check sum tells");
      }
    }
  }

  private ZipEntry entry(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new ArchiveException("\"" + EntryNames.shown(name) + "\" is missing");
    }
    return entry;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
