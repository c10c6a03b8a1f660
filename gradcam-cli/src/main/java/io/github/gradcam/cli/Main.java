package io.github.gradcam.cli;

/** The command {@code gradcam}. */
public final class Main {

  private Main() {}

  /**
   * Runs a command and exits with its code.
   *
   * @param args as typed
   */
  public static void main(String[] args) {}
}
