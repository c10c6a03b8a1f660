package io.github.gradcam.cli;

/**
 * Whether somebody watches: the start script asks, because Java cannot know of one stream alone.
 */
final class Terminal {

  /** Set by the start script to {@code true} where standard error is a terminal. */
  private static final String PROPERTY = "gradcam.terminal";

  private Terminal() {}

  static boolean watched() {
    String told = System.getProperty(PROPERTY);
    return told == null ? System.console() != null : Boolean.parseBoolean(told);
  }
}
