package io.github.gradcam.dl4j.internal.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip as Deeplearning4j's {@code ModelSerializer} writes it.
 *
 * <p>Two of its entries are read, the configuration and the weights. All others, such as the state
 * of the training and objects that Java would deserialise, stay where they are. Nothing is written
 * anywhere.
 */
final class NetworkArchive implements AutoCloseable {

  static final String CONFIGURATION = "configuration.json";
  static final String COEFFICIENTS = "coefficients.bin";

  private static final int MOST_ENTRIES = 10_000;
  private static final int LONGEST_CONFIGURATION = 32 << 20;

  /** Weights hardly shrink at all; what is small may be all zeros. */
  private static final long SMALL = 64L << 20;

  private static final long MOST_DEFLATED = 100;

  private final ZipFile zip;

  private NetworkArchive(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * Opens a file.
   *
   * @throws SourceException if it is no zip, or a damaged one
   */
  static NetworkArchive open(Path file) {
    if (!file.getFileSystem().equals(FileSystems.getDefault())) {
      throw new SourceException("lies inside of another file. Copy it to a folder of its own");
    }
    try {
      return new NetworkArchive(new ZipFile(file.toFile()));
    } catch (ZipException damaged) {
      throw damaged(damaged);
    } catch (IOException unreadable) {
      throw new SourceException("cannot be read: " + SourceException.line(unreadable), unreadable);
    }
  }

  /**
   * Checks that it is a zip as a network's.
   *
   * @throws SourceException if it has thousands of entries, or one twice
   */
  void check() {
    if (zip.size() > MOST_ENTRIES) {
      throw new SourceException(
          "is a zip of " + zip.size() + " entries, where a network has five or six");
    }
    Set<String> seen = new HashSet<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (!seen.add(entry.getName())) {
        throw new SourceException(
            "is a zip in which " + Shown.quoted(entry.getName()) + " stands twice");
      }
    }
  }

  private static SourceException damaged(IOException cause) {
    return new SourceException(
        "is a zip that is cut short or damaged: "
            + SourceException.line(cause)
            + ". Copy or save it again",
        cause);
  }

  /** The names of all entries, as they stand in the zip. */
  List<String> names() {
    return Collections.list(zip.entries()).stream().map(ZipEntry::getName).toList();
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /**
   * The configuration's text.
   *
   * @throws SourceException if there is none, or it is far too long
   */
  String configuration() {
    ZipEntry entry = entry(CONFIGURATION);
    try (InputStream in = zip.getInputStream(entry)) {
      CheckedInputStream checked = new CheckedInputStream(in, new CRC32());
      byte[] bytes = checked.readNBytes(LONGEST_CONFIGURATION + 1);
      if (bytes.length > LONGEST_CONFIGURATION) {
        throw new SourceException(
            "holds a "
                + CONFIGURATION
                + " of more than "
                + (LONGEST_CONFIGURATION >> 20)
                + " MB, which no network needs");
      }
      requireWhole(entry, bytes.length, checked);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      throw damaged(damaged);
    }
  }

  /**
   * Reads the weights.
   *
   * @param reading reads them to their end
   * @throws SourceException if there are none, or they are damaged
   */
  <T> T coefficients(Reading<T> reading) {
    ZipEntry entry = entry(COEFFICIENTS);
    long size = entry.getSize();
    if (size > SMALL && size / MOST_DEFLATED > entry.getCompressedSize()) {
      throw new SourceException(
          "holds "
              + size
              + " bytes of weights in "
              + entry.getCompressedSize()
              + ", which no trained network does");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      CheckedInputStream checked = new CheckedInputStream(in, new CRC32());
      T read = reading.read(checked, size);
      requireWhole(entry, size, checked);
      return read;
    } catch (IOException damaged) {
      throw damaged(damaged);
    }
  }

  private static void requireWhole(ZipEntry entry, long read, CheckedInputStream in)
      throws IOException {
    if (read != entry.getSize() || in.read() >= 0) {
      throw new SourceException(
          "says of its "
              + entry.getName()
              + " that it has "
              + entry.getSize()
              + " bytes, but it has another number of them");
    }
    if (in.getChecksum().getValue() != entry.getCrc()) {
      throw new SourceException(
          "is damaged: the checksum of its "
              + entry.getName()
              + " is not the one that was written. Copy or save it again");
    }
  }

  private ZipEntry entry(String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new SourceException("is a zip without the entry " + name);
    }
    return entry;
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException unreadable) {
      throw new SourceException(
          "cannot be closed: " + SourceException.line(unreadable), unreadable);
    }
  }

  /** Reads an entry to its end. */
  @FunctionalInterface
  interface Reading<T> {

    /**
     * Reads.
     *
     * @param bytes how many bytes there should be
     */
    T read(InputStream in, long bytes) throws IOException;
  }
}
