package io.github.gradcam.djl.internal.syntax;

import java.util.Optional;

/**
 * The line that declares a method, in its parts.
 *
 * @param name its name
 * @param params what stands between the brackets
 * @param returns the type behind the arrow, or an empty string
 */
record Signature(String name, String params, String returns) {

  private static final String DEF = "def ";
  private static final String ARROW = " -> ";

  /** Reads {@code def name(params) -> type:}; it looks at each character once. */
  static Optional<Signature> of(String line) {
    String text = line.strip();
    int open = text.indexOf('(');
    int close = open < 0 ? -1 : closing(text, open);
    if (!text.startsWith(DEF) || close < 0 || !text.endsWith(":") || close == text.length() - 1) {
      return Optional.empty();
    }
    String name = text.substring(DEF.length(), open);
    String rest = text.substring(close + 1, text.length() - 1);
    boolean plain = !name.isEmpty() && name.chars().allMatch(Signature::isWord);
    boolean arrow = rest.startsWith(ARROW) && rest.length() > ARROW.length();
    return plain && (arrow || rest.isEmpty())
        ? Optional.of(
            new Signature(
                name, text.substring(open + 1, close), arrow ? rest.substring(ARROW.length()) : ""))
        : Optional.empty();
  }

  private static boolean isWord(int c) {
    return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'') {
        i = endOfString(text, i);
        continue;
      }
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Where a string ends that begins at a place; what stands in it declares nothing. */
  private static int endOfString(String text, int start) {
    int i = start + 1;
    while (i < text.length() && text.charAt(i) != text.charAt(start)) {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }
}
