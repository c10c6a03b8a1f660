package io.github.gradcam.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A JVM of its own, for what could end this one, and for what only a fresh one shows.
 *
 * @param folder where its output goes
 * @param limits a shell command that limits it first, or an empty string
 * @param options the JVM's
 * @param environment variables beside this process's own
 */
public record Fork(
    Path folder, String limits, List<String> options, Map<String, String> environment) {

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
    return new Fork(folder, "", List.of(options), Map.of());
  }

  /** The same, after a command of the shell, such as {@code ulimit}. */
  public Fork limited(String command) {
    return new Fork(folder, command + "; ", options, environment);
  }

  /** The same with more options of the JVM. */
  public Fork with(String... more) {
    List<String> all = Stream.concat(options.stream(), Stream.of(more)).toList();
    return new Fork(folder, limits, all, environment);
  }

  /** The same with a variable of the environment. */
  public Fork where(String name, String value) {
    Map<String, String> variables = new TreeMap<>(environment);
    variables.put(name, value);
    return new Fork(folder, limits, options, variables);
  }

  /** Runs a class with this JVM's class path to its end. */
  public End run(Class<?> main, String... args) {
    return run(System.getProperty("java.class.path"), main.getName(), args);
  }

  /** Runs a class with another class path to its end. */
  public End run(String classPath, String main, String... args) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("sh", "-c", limits + "exec \"$@\"", "sh"));
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
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
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
