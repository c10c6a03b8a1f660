package io.github.gradcam.bench;

/** How many threads an engine may use for a pass. */
final class EngineThreads {

  /** One for each processor. */
  static final String ALL = "all";

  private EngineThreads() {}

  static int parsed(String text) {
    return text.equals(ALL) ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(text);
  }
}
