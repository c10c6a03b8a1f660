package io.github.gradcam.cli;

/** What the process returns. */
final class ExitCode {

  /** Everything was explained. */
  static final int DONE = 0;

  /** Some photos failed; they are listed, and the others are done. */
  static final int SOME_FAILED = 1;

  /** What was asked for makes no sense, or a place cannot be written. */
  static final int USAGE = 2;

  /** The model or its backend failed. */
  static final int MODEL = 3;

  private ExitCode() {}
}
