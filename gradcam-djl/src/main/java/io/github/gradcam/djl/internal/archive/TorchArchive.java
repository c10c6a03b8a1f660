package io.github.gradcam.djl.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A TorchScript archive: a zip whose {@code code/} entries are the network's source. */
public final class TorchArchive implements AutoCloseable {

  private static final long MOST_SOURCE = 64L << 20;
  private static final long MOST_GROWTH = 20;
  private static final int MOST_PICKLE_HEAD = 4096;
  private static final String CODE = "code/";

  private final ZipFile zip;
  private final String top;

  private TorchArchive(ZipFile zip, String top) {
    this.zip = zip;
    this.top = top;
  }

  /**
   * Opens a zip.
   *
   * @throws IOException if it is no readable zip
   */
  public static TorchArchive open(Path file) throws IOException {
    ZipFile zip = new ZipFile(file.toFile());
    String top =
        zip.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.equals("data.pkl") || name.endsWith("/data.pkl"))
            .min(Comparator.comparingInt(String::length))
            .map(name -> name.substring(0, name.length() - "data.pkl".length()))
            .orElse("");
    return new TorchArchive(zip, top);
  }

  /** The names of all entries, without the directory that holds them all. */
  List<String> names() {
    return zip.stream().map(e -> e.getName()).map(this::relative).toList();
  }

  private String relative(String name) {
    return name.startsWith(top) ? name.substring(top.length()) : name;
  }

  /** Whether it holds TorchScript. */
  boolean isTorchScript() {
    List<String> names = names();
    return names.contains("data.pkl")
        && names.contains("constants.pkl")
        && names.stream().anyMatch(TorchArchive::isSource);
  }

  private static boolean isSource(String name) {
    return name.startsWith(CODE) && name.endsWith(".py");
  }

  /** The text of every file of source, by dotted module name. */
  public Map<String, String> sources() throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    long left = MOST_SOURCE;
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = relative(entry.getName());
      if (isSource(name)) {
        try (InputStream in = zip.getInputStream(entry)) {
          byte[] bytes = Limited.bytes(in, left);
          left -= bytes.length;
          sources.put(module(name), new String(bytes, StandardCharsets.UTF_8));
        }
      }
    }
    return sources;
  }

  private static String module(String name) {
    return name.substring(CODE.length(), name.length() - ".py".length()).replace('/', '.');
  }

  /** The qualified name of the network's class: the first that the pickle speaks of. */
  public String rootClass() throws IOException {
    ZipEntry entry = zip.getEntry(top + "data.pkl");
    byte[] head;
    try (InputStream in = zip.getInputStream(entry)) {
      head = in.readNBytes(MOST_PICKLE_HEAD);
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    int first = text.indexOf('c') + 1;
    int middle = text.indexOf('\n', first);
    int end = text.indexOf('\n', middle + 1);
    if (!text.startsWith("\u0080") || first == 0 || middle < 0 || end < 0) {
      throw new IOException("data.pkl does not begin with the network's class");
    }
    return text.substring(first, middle) + "." + text.substring(middle + 1, end);
  }

  /** Writes the archive with other source; all else is copied byte by byte. */
  public void write(Map<String, String> sources, Path target) throws IOException {
    long left = MOST_SOURCE + MOST_GROWTH * Files.size(Path.of(zip.getName()));
    try (OutputStream file = Files.newOutputStream(target);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = relative(entry.getName());
        if (!entry.isDirectory() && !isSource(name) && !name.endsWith(".debug_pkl")) {
          try (InputStream in = zip.getInputStream(entry)) {
            out.putNextEntry(stored("model/" + name, entry.getSize(), entry.getCrc()));
            left -= Limited.copy(in, out, Math.min(left, entry.getSize()));
          }
          out.closeEntry();
        }
      }
      write(sources, out);
    }
  }

  static void write(Map<String, String> sources, ZipOutputStream out) throws IOException {
    for (Map.Entry<String, String> source : sources.entrySet()) {
      byte[] bytes = source.getValue().getBytes(StandardCharsets.UTF_8);
      write(CODE + source.getKey().replace('.', '/') + ".py", bytes, out);
    }
  }

  static void write(String name, byte[] bytes, ZipOutputStream out) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    out.putNextEntry(stored("model/" + name, bytes.length, crc.getValue()));
    out.write(bytes);
    out.closeEntry();
  }

  private static ZipEntry stored(String name, long size, long crc) {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCrc(crc);
    return entry;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
