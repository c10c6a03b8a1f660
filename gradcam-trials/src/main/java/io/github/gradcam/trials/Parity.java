package io.github.gradcam.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares a backend with another program, network by network, and writes the table.
 *
 * @param peer the program
 * @param python the interpreter
 * @param folder for the networks, and for what is known of those that are done
 */
public record Parity(Peer peer, String python, Path folder) {

  /**
   * Makes each network, compares its files, and removes them again; a network that is already there
   * is used and stays. What is already in {@code DIRECTORY/rows} is not made again.
   *
   * @param args PYTHON DIRECTORY TABLE NETWORK...: the interpreter, a directory for the networks,
   *     the Markdown file to write, and the networks if not all
   * @throws IOException if the script fails, or a file cannot be read or written
   * @throws InterruptedException if this thread is interrupted
   */
  public static void run(Peer peer, String... args) throws IOException, InterruptedException {
    List<String> some = List.of(args).subList(Math.min(3, args.length), args.length);
    new Parity(peer, args[0], Files.createDirectories(Path.of(args[1])))
        .write(Path.of(args[2]), some);
  }

  private void write(Path document, List<String> some) throws IOException, InterruptedException {
    Path rows = Files.createDirectories(folder.resolve("rows"));
    List<String> all = names();
    for (String network : some.isEmpty() ? all : some) {
      Path done = rows.resolve(network + ".tsv");
      if (!Files.exists(done)) {
        Files.write(done, compared(network));
      }
    }
    List<String> lines = new ArrayList<>();
    for (String network : all) {
      Path done = rows.resolve(network + ".tsv");
      if (Files.exists(done)) {
        lines.addAll(Files.readAllLines(done));
      }
    }
    peer.write(lines, document);
  }

  private List<String> names() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(python, peer.script(), "--names")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> names = new String(process.getInputStream().readAllBytes()).lines().toList();
    check(process);
    return names;
  }

  private List<String> compared(String network) throws IOException, InterruptedException {
    boolean made = peer.files(folder, network).isEmpty();
    if (made) {
      List<String> command =
          Stream.concat(Stream.of(python, peer.script()), peer.arguments(folder, network).stream())
              .toList();
      check(new ProcessBuilder(command).inheritIO().start());
    }
    List<String> lines = peer.lines(folder, network);
    lines.forEach(System.out::println);
    if (made) {
      for (Path file : peer.files(folder, network)) {
        Tree.remove(file);
      }
    }
    return lines;
  }

  private void check(Process process) throws IOException, InterruptedException {
    if (process.waitFor() != 0) {
      throw new IOException(peer.script() + " failed");
    }
  }
}
