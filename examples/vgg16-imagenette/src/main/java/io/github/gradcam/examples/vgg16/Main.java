package io.github.gradcam.examples.vgg16;

import io.github.gradcam.examples.vgg16.console.Console;
import picocli.CommandLine;

/** The command {@code gradcam-vgg16}. */
public final class Main {

  private Main() {}

  /**
   * Runs the command and exits with its code.
   *
   * @param args as typed
   */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    System.exit(commandLine(new Console(System.out, System.console() != null)).execute(args));
  }

  /**
   * The command, to be run in a process that goes on.
   *
   * @param console where it speaks
   */
  static CommandLine commandLine(Console console) {
    return new CommandLine(new Vgg16Command(console))
        .setExecutionExceptionHandler(new Failures())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }
}
