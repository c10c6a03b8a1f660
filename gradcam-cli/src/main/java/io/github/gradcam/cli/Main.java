package io.github.gradcam.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The command {@code gradcam}. */
public final class Main {

  private Main() {}

  /**
   * Runs a command and exits with its code.
   *
   * @param args as typed
   */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    PrintWriter out = writer(FileDescriptor.out, StandardCharsets.UTF_8);
    PrintWriter err = writer(FileDescriptor.err, Charset.defaultCharset());
    int code = commandLine().setOut(out).setErr(err).execute(args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** The command, to be run in a process that goes on. */
  static CommandLine commandLine() {
    return new CommandLine(new GradcamCommand())
        .setExecutionExceptionHandler(new Failures())
        .setParameterExceptionHandler(new Misuse())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }

  private static PrintWriter writer(FileDescriptor stream, Charset charset) {
    return new PrintWriter(new FileOutputStream(stream), false, charset);
  }
}
