package io.github.gradcam.tf.internal.graph;

/** Makes words of a stranger's fit for a message: one line that a person can read. */
public final class OneLine {

  private static final int LONGEST = 1000;

  private OneLine() {}

  /** Without control characters, and cut where nobody would read on. */
  public static String of(String words) {
    int end = Math.min(words.length(), LONGEST);
    StringBuilder line = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      char c = words.charAt(i);
      boolean visible = !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
      line.append(visible ? c : '?');
    }
    return end < words.length() ? line + "…" : line.toString();
  }
}
