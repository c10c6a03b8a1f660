package io.github.gradcam.djl.internal.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipOutputStream;

/** A TorchScript archive: a zip whose {@code code/} entries are the network's source. */
public final class TorchArchive implements AutoCloseable {

  private static final long MOST_SOURCE = 16L << 20;
  private static final int MOST_FACT = 100;
  private static final String NEW_TOP = "model/";
  private static final String CODE = "code/";
  private static final String DATA = "data.pkl";
  private static final String BYTE_ORDER = "byteorder";
  private static final String VERSION = "[1-9]\\d?";

  /** What else PyTorch reads: the version lies in one of two places. */
  private static final Map<String, String> FACTS =
      Map.of("version", VERSION, ".data/version", VERSION, BYTE_ORDER, "little|big");

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
    if (!torchScript || archive.isQuantized()) {
      return archive;
    }
    entries.check();
    if (pickles.size() > 1) {
      throw new ArchiveException("it holds more than one data.pkl");
    }
    for (Map.Entry<String, String> fact : FACTS.entrySet()) {
      archive.checkFact(fact.getKey(), fact.getValue());
    }
    Map<String, Set<String>> enums = Enums.of(archive.sources());
    Weights data = Weights.read(entries, archive.top, "data", enums);
    if (data.type().isEmpty()) {
      throw new ArchiveException("its data.pkl makes no network");
    }
    Weights constants = Weights.read(entries, archive.top, "constants", enums);
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

  /** Whether its weights are whole numbers, which are unpacked by code of its own. */
  boolean isQuantized() {
    return names().contains(CODE + "__torch__/torch/classes/quantized.py");
  }

  /** Fails if it holds no TorchScript. */
  public void requireTorchScript() throws IOException {
    if (!isTorchScript()) {
      throw new ArchiveException("it holds no network");
    }
    if (!isNativeOrder()) {
      throw new ArchiveException("its numbers lie in another order of bytes than this machine's");
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

  /** Whether its numbers lie in the order of bytes of this machine, as far as it says. */
  boolean isNativeOrder() throws IOException {
    if (!entries.has(top + BYTE_ORDER)) {
      return true;
    }
    byte[] order = entries.bytes(top + BYTE_ORDER, MOST_FACT);
    boolean big = ByteOrder.nativeOrder().equals(ByteOrder.BIG_ENDIAN);
    return new String(order, StandardCharsets.US_ASCII).strip().equals(big ? "big" : "little");
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
        StoredEntry.write(out, NEW_TOP + some.name(), some.pickle());
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
        String name = NEW_TOP + CODE + source.getKey().replace('.', '/') + ".py";
        StoredEntry.write(out, name, source.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void copy(ZipOutputStream out, String name) throws IOException {
    out.putNextEntry(
        StoredEntry.of(NEW_TOP + name, entries.size(top + name), entries.crc(top + name)));
    entries.copy(top + name, out);
    out.closeEntry();
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }
}
