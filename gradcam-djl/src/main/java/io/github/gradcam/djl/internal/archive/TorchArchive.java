package io.github.gradcam.djl.internal.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A TorchScript archive: a zip whose {@code code/} entries are the network's source. */
public final class TorchArchive implements AutoCloseable {

  private static final long MOST_SOURCE = 16L << 20;
  private static final int MOST_FACT = 100;
  private static final String CODE = "code/";
  private static final String DATA = "data.pkl";
  private static final String VERSION = "[1-9]\\d?";

  /** What else PyTorch reads: the version lies in one of two places. */
  private static final Map<String, String> FACTS =
      Map.of("version", VERSION, ".data/version", VERSION, "byteorder", "little");

  private final Entries entries;
  private final String top;
  private final List<Weights> weights;

  private TorchArchive(Entries entries, String top, List<Weights> weights) {
    this.entries = entries;
    this.top = top;
    this.weights = weights;
  }

  /**
   * Opens a zip. If it is TorchScript, names, sizes and pickles have been checked when this
   * returns; if it is not, {@link #requireTorchScript} fails.
   *
   * @throws IOException if it is no readable zip, or is TorchScript that PyTorch would not have
   *     written
   */
  public static TorchArchive open(Path file) throws IOException {
    Entries entries = Entries.open(file);
    try {
      return of(entries);
    } catch (IOException | RuntimeException | Error failed) {
      entries.close();
      throw failed;
    }
  }

  private static TorchArchive of(Entries entries) throws IOException {
    List<String> pickles =
        entries.names().stream()
            .filter(name -> name.equals(DATA) || name.endsWith("/" + DATA))
            .toList();
    String first = pickles.isEmpty() ? DATA : pickles.get(0);
    TorchArchive archive =
        new TorchArchive(entries, first.substring(0, first.length() - DATA.length()), List.of());
    List<String> names = archive.names();
    boolean torchScript =
        names.contains(DATA)
            && names.contains("constants.pkl")
            && names.stream().anyMatch(TorchArchive::isSource);
    if (!torchScript) {
      return archive;
    }
    entries.check();
    if (pickles.size() > 1) {
      throw new ArchiveException("it holds more than one data.pkl");
    }
    for (Map.Entry<String, String> fact : FACTS.entrySet()) {
      archive.checkFact(fact.getKey(), fact.getValue());
    }
    Weights data = Weights.read(entries, archive.top, "data");
    if (data.type().isEmpty()) {
      throw new ArchiveException("its data.pkl makes no network");
    }
    Weights constants = Weights.read(entries, archive.top, "constants");
    return new TorchArchive(entries, archive.top, List.of(data, constants));
  }

  private void checkFact(String name, String pattern) throws IOException {
    if (entries.has(top + name)) {
      String found =
          new String(entries.bytes(top + name, MOST_FACT), StandardCharsets.ISO_8859_1).strip();
      if (!found.matches(pattern)) {
        throw new ArchiveException(
            "its " + name + " is \"" + EntryNames.shown(found) + "\", which is not known");
      }
    }
  }

  /** The names of all entries, without the directory that holds them all. */
  List<String> names() {
    return entries.names().stream()
        .map(name -> name.startsWith(top) ? name.substring(top.length()) : name)
        .toList();
  }

  /** Whether it holds TorchScript. */
  boolean isTorchScript() {
    return !weights.isEmpty();
  }

  /** Fails if it holds no TorchScript. */
  public void requireTorchScript() throws IOException {
    if (!isTorchScript()) {
      throw new ArchiveException("it holds no network");
    }
  }

  private static boolean isSource(String name) {
    return name.startsWith(CODE) && name.endsWith(".py");
  }

  /** The text of every file of source, by dotted module name. */
  public Map<String, String> sources() throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    long left = MOST_SOURCE;
    for (String name : names()) {
      if (isSource(name)) {
        EntryNames.checkSource(name);
        byte[] bytes = entries.bytes(top + name, left);
        left -= bytes.length;
        sources.put(module(name), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return sources;
  }

  private static String module(String name) {
    return name.substring(CODE.length(), name.length() - ".py".length()).replace('/', '.');
  }

  /** The qualified name of the network's class. */
  public String rootClass() {
    return weights.get(0).type();
  }

  /**
   * Writes the archive with other source. The weights are copied byte by byte, and what PyTorch
   * does not read is left out.
   */
  public void write(Map<String, String> sources, OutputStream target) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(target)) {
      for (Weights some : weights) {
        put(out, some.name(), some.pickle());
        for (String name : some.files()) {
          copy(out, name);
        }
      }
      for (String fact : FACTS.keySet()) {
        if (entries.has(top + fact)) {
          copy(out, fact);
        }
      }
      for (Map.Entry<String, String> source : sources.entrySet()) {
        String name = CODE + source.getKey().replace('.', '/') + ".py";
        put(out, name, source.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void copy(ZipOutputStream out, String name) throws IOException {
    out.putNextEntry(stored(name, entries.size(top + name), entries.crc(top + name)));
    entries.copy(top + name, out);
    out.closeEntry();
  }

  private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    out.putNextEntry(stored(name, bytes.length, crc.getValue()));
    out.write(bytes);
    out.closeEntry();
  }

  private static ZipEntry stored(String name, long size, long crc) {
    ZipEntry entry = new ZipEntry("model/" + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCrc(crc);
    return entry;
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }
}
