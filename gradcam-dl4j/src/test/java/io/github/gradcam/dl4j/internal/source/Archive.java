package io.github.gradcam.dl4j.internal.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.util.ModelSerializer;

/**
 * A network's zip, to be changed and written again.
 *
 * @param entries the bytes of its entries by their names
 */
record Archive(Map<String, byte[]> entries) {

  /** As Deeplearning4j writes a network. */
  static Archive of(Model network, Path folder) {
    try {
      Path file = Files.createTempFile(folder, "network", ".zip");
      ModelSerializer.writeModel(network, file.toFile(), true);
      Map<String, byte[]> entries = new LinkedHashMap<>();
      try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
      return new Archive(entries);
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }

  byte[] get(String name) {
    byte[] bytes = entries.get(name);
    if (bytes == null) {
      throw new IllegalArgumentException("There is no " + name + " in " + entries.keySet());
    }
    return bytes;
  }

  Archive with(String name, byte[] bytes) {
    Map<String, byte[]> changed = new LinkedHashMap<>(entries);
    changed.put(name, bytes);
    return new Archive(changed);
  }

  Archive without(String name) {
    Map<String, byte[]> changed = new LinkedHashMap<>(entries);
    changed.remove(name);
    return new Archive(changed);
  }

  Archive configured(UnaryOperator<String> change) {
    String json = new String(get(NetworkArchive.CONFIGURATION), StandardCharsets.UTF_8);
    String changed = change.apply(json);
    if (changed.equals(json)) {
      throw new IllegalArgumentException("Nothing was changed in " + json);
    }
    return with(NetworkArchive.CONFIGURATION, changed.getBytes(StandardCharsets.UTF_8));
  }

  Path write(Path folder) {
    try {
      Path file = Files.createTempFile(folder, "network", ".zip");
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
          out.putNextEntry(new ZipEntry(entry.getKey()));
          out.write(entry.getValue());
        }
      }
      return file;
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }
}
