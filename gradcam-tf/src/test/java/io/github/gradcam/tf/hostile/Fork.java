package io.github.gradcam.tf.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own, for what could end this one, and for what only a fresh one shows.
 *
 * @param folder where its output goes
 * @param limits a shell command that limits it first, or an empty string
 * @param options the JVM's
 */
public record Fork(Path folder, String limits, List<String> options) {

  /**
   * How it ended.
   *
   * @param status its exit status
   * @param output all it has printed
   */
  public record End(int status, String output) {}

  private static final int LONGEST_MINUTES = 30;

  /** A fork without limits. */
  public static Fork in(Path folder, String... options) {
    return new Fork(folder, "", List.of(options));
  }

  /** The same, after a command of the shell, such as {@code ulimit}. */
  public Fork limited(String command) {
    return new Fork(folder, command + "; ", options);
  }

  /** Runs a class with this JVM's class path to its end. */
  public End run(Class<?> main, String... args) {
    return run(System.getProperty("java.class.path"), main.getName(), args);
  }

  /** Runs a class with another class path to its end. */
  public End run(String classPath, String main, String... args) {
    List<String> command = new ArrayList<>();
    command.add("sh");
    command.add("-c");
    command.add(limits + "exec \"$@\"");
    command.add("sh");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:-UsePerfData",
            "-XX:+UseSerialGC",
            "-XX:ErrorFile=" + folder.resolve("crash.log")));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(args));
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Else TensorFlow tells how it starts, and each error that it gives.
    builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "3");
    try {
      Process process = builder.redirectOutput(output.toFile()).start();
      try {
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
          throw new IllegalStateException("still running: " + Files.readString(output));
        }
        return new End(process.exitValue(), Files.readString(output));
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
