package io.github.gradcam.djl.internal.syntax;

/**
 * Refuses text that TorchScript does not print and that PyTorch's own parser does not survive: it
 * goes as deep as the text does, until the thread's stack ends and the process with it.
 *
 * <p>What real networks print is far from these bounds: four brackets in one another, thirty
 * blanks, seven operators, some thousand lines a method.
 */
final class TextCheck {

  private static final int DEEPEST = 60;
  private static final int LONGEST_INDENT = 120;
  private static final int LONGEST_CHAIN = 120;
  private static final int MOST_LINES = 30_000;
  private static final int MOST_BRANCHES = 3_000;

  private final String text;
  private final int[] chains = new int[DEEPEST + 1];
  private int depth;
  private int at;
  private int lines;
  private int branches;

  private TextCheck(String text) {
    this.text = text;
  }

  /** Fails with a {@link SourceException} if a file of source is too deep, or not plain text. */
  static void check(String text) {
    new TextCheck(text).run();
  }

  private void run() {
    boolean word = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean part = c == '_' || Character.isLetterOrDigit(c);
      if (c != '\n' && (c < ' ' || c > '~') || c == '#' || c == '\\') {
        throw refused("a character that TorchScript does not print");
      } else if (c == '"' || c == '\'') {
        string(c);
      } else if (c == '\n') {
        line();
      } else if ("([{".indexOf(c) >= 0) {
        link();
        open();
      } else if (")]}".indexOf(c) >= 0) {
        depth = Math.max(0, depth - 1);
      } else if (c == ',') {
        chains[depth] = 0;
      } else if (part ? !word : c != ' ') {
        link();
      }
      word = part;
      at++;
    }
  }

  private void open() {
    if (++depth > DEEPEST) {
      throw refused("more than " + DEEPEST + " brackets in one another");
    }
    chains[depth] = 0;
  }

  private void link() {
    if (++chains[depth] > LONGEST_CHAIN) {
      throw refused("an expression of more than " + LONGEST_CHAIN + " parts");
    }
  }

  private void line() {
    chains[depth] = 0;
    int indent = 0;
    while (at + 1 < text.length() && text.charAt(at + 1) == ' ') {
      at++;
      indent++;
    }
    boolean method = text.startsWith("def ", at + 1);
    lines = method ? 0 : lines + 1;
    branches = method ? 0 : text.startsWith("if ", at + 1) ? branches + 1 : branches;
    if (lines > MOST_LINES || branches > MOST_BRANCHES) {
      throw refused(
          "a method of more than " + MOST_LINES + " lines or " + MOST_BRANCHES + " branches");
    }
    if (depth == 0 && indent > LONGEST_INDENT) {
      throw refused("a line behind " + indent + " blanks");
    }
  }

  private void string(char quote) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote) {
      char c = text.charAt(end);
      if (c < ' ' || c > '~') {
        throw refused("a string that TorchScript does not print");
      }
      end += c == '\\' ? 2 : 1;
    }
    boolean tripled = end == at + 1 && end + 1 < text.length() && text.charAt(end + 1) == quote;
    if (end >= text.length() || tripled) {
      throw refused("a string that does not end on its line");
    }
    at = end;
    link();
  }

  private SourceException refused(String what) {
    int number = 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    return new SourceException(what + ", in line " + number);
  }
}
