package io.github.gradcam.djl.internal.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipOutputStream;

/** Makes TorchScript archives that hold code alone: one class, without weights. */
public final class ScriptArchive {

  private static final String TOP = "program/";

  private ScriptArchive() {}

  /**
   * Makes an archive.
   *
   * @param className the qualified name of the class
   * @param sources by dotted module name, the text of every file; the class has one attribute,
   *     {@code training}
   * @return the archive's bytes
   */
  public static byte[] of(String className, Map<String, String> sources) {
    int dot = className.lastIndexOf('.');
    String module = className.substring(0, dot);
    String pickle =
        "\u0080\u0002c"
            + module
            + "\n"
            + className.substring(dot + 1)
            + "\n)\u0081}(X\u0008\u0000\u0000\u0000training\u0089ub.";
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("data.pkl", pickle.getBytes(StandardCharsets.ISO_8859_1));
    sources.forEach(
        (name, text) ->
            entries.put(
                "code/" + name.replace('.', '/') + ".py", text.getBytes(StandardCharsets.UTF_8)));
    entries.put("constants.pkl", "\u0080\u0002).".getBytes(StandardCharsets.ISO_8859_1));
    entries.put("version", "3\n".getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        StoredEntry.write(zip, TOP + entry.getKey(), entry.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
