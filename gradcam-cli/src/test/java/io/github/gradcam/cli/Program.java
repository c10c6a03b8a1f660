package io.github.gradcam.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program of the unpacked distribution.
 *
 * @param folder where it runs, and leaves what it says on standard error as {@code err.txt}
 * @param options for Java
 */
record Program(Path folder, String options) {

  private static final Path GRADCAM =
      Path.of(System.getProperty("gradcam.distribution"), "bin", "gradcam");

  Program(Path folder) {
    this(folder, "");
  }

  /** Runs it: its exit code, a colon, and what it printed. */
  String run(String... arguments) throws Exception {
    ProcessBuilder program =
        new ProcessBuilder(command(arguments))
            .directory(folder.toFile())
            .redirectError(folder.resolve("err.txt").toFile());
    program.environment().put("GRADCAM_OPTS", options);
    Process process = program.start();
    String output = new String(process.getInputStream().readAllBytes());
    return process.waitFor() + ": " + output;
  }

  static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(GRADCAM.toString());
    command.addAll(List.of(arguments));
    return command;
  }
}
