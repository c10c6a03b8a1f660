package io.github.gradcam.djl.hostile;

import io.github.gradcam.trials.Entries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Archives that no honest program writes. */
final class Zips {

  /** The directory of all entries of {@link #good}. */
  static final String TOP = "nested-scripted/";

  private static final int CENTRAL = 0x02014b50;

  private Zips() {}

  /** An archive that opens. */
  static byte[] good() {
    try {
      return Files.readAllBytes(Path.of("src/test/resources/structures/nested-scripted.pt"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** That archive with other entries. */
  static byte[] with(Consumer<Map<String, byte[]>> change) {
    try {
      Map<String, byte[]> entries = Entries.of(good());
      change.accept(entries);
      return Entries.zipped(entries);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** That archive with one more entry, or another one in the place of its own. */
  static byte[] with(String name, byte[] bytes) {
    return with(entries -> entries.put(TOP + name, bytes));
  }

  /** That archive with other source of its network's class. */
  static byte[] withSource(UnaryOperator<String> change) {
    return with(
        entries ->
            entries.replaceAll(
                (name, bytes) -> {
                  String text = new String(bytes, StandardCharsets.UTF_8);
                  return name.endsWith(".py") && text.contains("class Nested(")
                      ? change.apply(text).getBytes(StandardCharsets.UTF_8)
                      : bytes;
                }));
  }

  /** That archive with another statement at the beginning of its forward method. */
  static byte[] withStatement(String statement) {
    return withSource(
        text -> {
          int at = text.indexOf(":\n", text.indexOf("def forward(")) + 2;
          return text.substring(0, at) + "    " + statement + "\n" + text.substring(at);
        });
  }

  /** That archive, whose table of contents says another number of an entry. */
  static byte[] lying(String name, int field, int number) {
    byte[] bytes = with(entries -> {});
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    byte[] wanted = (TOP + name).getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < bytes.length - 46; at++) {
      if (buffer.getInt(at) == CENTRAL
          && buffer.getShort(at + 28) == wanted.length
          && Arrays.equals(wanted, Arrays.copyOfRange(bytes, at + 46, at + 46 + wanted.length))) {
        buffer.putInt(at + field, number);
        return bytes;
      }
    }
    throw new IllegalStateException("no entry " + name);
  }

  /** An archive in which a name has been overwritten by another one of the same length. */
  static byte[] renamed(byte[] archive, String name, String other) {
    String text = new String(archive, StandardCharsets.ISO_8859_1);
    return text.replace(name, other).getBytes(StandardCharsets.ISO_8859_1);
  }
}
