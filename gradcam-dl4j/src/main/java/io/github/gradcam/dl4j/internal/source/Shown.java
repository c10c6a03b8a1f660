package io.github.gradcam.dl4j.internal.source;

/** Texts of a stranger's file, fit to stand in a message. */
final class Shown {

  private static final int LONGEST = 120;

  private Shown() {}

  /** A text without control characters, and no longer than one line. */
  static String text(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return start.replaceAll("\\p{C}", "?");
  }

  /** A text in quotation marks. */
  static String quoted(String text) {
    return "\"" + text(text) + "\"";
  }
}
