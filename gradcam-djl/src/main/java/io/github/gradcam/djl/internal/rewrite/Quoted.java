package io.github.gradcam.djl.internal.rewrite;

import java.nio.charset.StandardCharsets;

/** Writes any text as a string literal, as TorchScript prints it: plain ASCII on one line. */
final class Quoted {

  private Quoted() {}

  static String of(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      switch (b) {
        case '\\', '"', '\'' -> quoted.append('\\').append((char) b);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (b >= ' ' && b <= '~') {
            quoted.append((char) b);
          } else {
            quoted.append("\\%03o".formatted(b & 0xff));
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
