package io.github.gradcam.djl.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares this backend with PyTorch's autograd, network by network, and writes the table of
 * supported files.
 */
public final class Parity {

  private static final List<String> FORMS =
      List.of("traced", "scripted", "frozen traced", "frozen scripted");

  /** As many as the script has: another order of sums moves numbers over kinks. */
  private static final String THREADS = "2";

  private static final String SCRIPT = "tools/parity/make_models.py";

  private Parity() {}

  /**
   * Makes each network, compares its files, and removes them again; a folder that is already there
   * is used and stays. Rows that are already in {@code DIRECTORY/rows} are not made again.
   *
   * @param args PYTHON DIRECTORY TABLE NETWORK...: the interpreter, a directory for the networks,
   *     the Markdown file to write, and the networks if not all
   */
  public static void main(String[] args) throws Exception {
    System.setProperty("ai.djl.pytorch.num_threads", THREADS);
    Path directory = Files.createDirectories(Path.of(args[1]));
    Path rows = Files.createDirectories(directory.resolve("rows"));
    List<String> all = names(args[0]);
    List<String> wanted = args.length > 3 ? List.of(args).subList(3, args.length) : all;
    for (String network : wanted) {
      Path done = rows.resolve(network + ".tsv");
      if (!Files.exists(done)) {
        Files.write(done, compared(args[0], directory, network));
      }
    }
    List<String> lines = new ArrayList<>();
    for (String network : all) {
      Path done = rows.resolve(network + ".tsv");
      if (Files.exists(done)) {
        lines.addAll(Files.readAllLines(done));
      }
    }
    Table.write(lines, Path.of(args[2]));
  }

  private static List<String> names(String python) throws Exception {
    Process process =
        new ProcessBuilder(python, SCRIPT, "--names")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> names = new String(process.getInputStream().readAllBytes()).lines().toList();
    check(process);
    return names;
  }

  /** The versions that were used, and a row for each form. */
  private static List<String> compared(String python, Path directory, String network)
      throws Exception {
    Path folder = directory.resolve(network);
    boolean made = !Files.exists(folder);
    if (made) {
      check(new ProcessBuilder(python, SCRIPT, directory.toString(), network).inheritIO().start());
    }
    Known known = Known.read(folder);
    List<String> lines = new ArrayList<>();
    known
        .facts()
        .forEach(
            (name, text) -> {
              if (name.startsWith("version/")) {
                lines.add("#\t" + name.substring("version/".length()) + "\t" + text);
              }
            });
    for (String form : FORMS) {
      Row row = Comparison.row(known, form);
      System.out.println(row.text());
      lines.add(row.text());
    }
    if (made) {
      remove(folder);
    }
    return lines;
  }

  private static void check(Process process) throws Exception {
    if (process.waitFor() != 0) {
      throw new IOException(SCRIPT + " failed");
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(folder)) {
      files = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
