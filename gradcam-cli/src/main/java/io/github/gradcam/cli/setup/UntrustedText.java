package io.github.gradcam.cli.setup;

import io.github.gradcam.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Small text files that anybody may have written. */
final class UntrustedText {

  /** Far more than the labels of the largest network there is. */
  private static final int LIMIT = 16 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private UntrustedText() {}

  /** The file's text, without a byte order mark. */
  static String read(Path file) {
    byte[] bytes = bytes(file);
    if (bytes.length > LIMIT) {
      throw new InvalidInputException(
          "\""
              + file
              + "\" is larger than 16 MiB, too large for labels or settings."
              + " Is it the model? Name the text file instead.");
    }
    String text = decoded(file, bytes);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
        throw notText(file, "a control character (" + (int) c + ")", null);
      }
    }
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static byte[] bytes(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(
          Files.exists(file)
              ? "\"" + file + "\" is not a file but a folder or a device. Name a text file."
              : "There is no file \""
                  + file
                  + "\" (looked for it in "
                  + file.toAbsolutePath().getParent()
                  + ").");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LIMIT + 1);
    } catch (IOException e) {
      throw new InvalidInputException("\"" + file + "\" cannot be read: " + e + ".", e);
    }
  }

  private static String decoded(Path file, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw notText(file, "bytes that are not UTF-8", e);
    }
  }

  private static InvalidInputException notText(Path file, String found, @Nullable Throwable cause) {
    String message =
        "\"" + file + "\" is no text file: it holds " + found + ". Save it as UTF-8 text.";
    return cause == null
        ? new InvalidInputException(message)
        : new InvalidInputException(message, cause);
  }
}
