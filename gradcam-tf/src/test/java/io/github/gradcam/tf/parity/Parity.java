package io.github.gradcam.tf.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares this backend with TensorFlow's GradientTape, network by network, and writes the table of
 * supported files.
 */
public final class Parity {

  private static final String SCRIPT = "tools/savedmodels/make_models.py";

  private Parity() {}

  /**
   * Makes each network, compares its files, and removes them again; a network that is already there
   * is used and stays. Rows that are already in {@code DIRECTORY/rows} are not made again.
   *
   * @param args PYTHON DIRECTORY TABLE NETWORK...: the interpreter, a directory for the networks,
   *     the Markdown file to write, and the networks if not all
   */
  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[1]);
    Path rows = Files.createDirectories(directory.resolve("rows"));
    List<String> all = names(args[0]);
    List<String> wanted = args.length > 3 ? List.of(args).subList(3, args.length) : all;
    for (String network : wanted) {
      Path done = rows.resolve(network + ".tsv");
      if (!Files.exists(done)) {
        Files.write(done, compared(args[0], directory, network));
      }
    }
    List<Row> table = new ArrayList<>();
    for (String network : all) {
      Path done = rows.resolve(network + ".tsv");
      if (Files.exists(done)) {
        Files.readAllLines(done).forEach(line -> table.add(Row.parse(line)));
      }
    }
    Table.write(table, Path.of(args[2]));
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

  private static List<String> compared(String python, Path directory, String network)
      throws Exception {
    boolean made = Known.files(directory, network).isEmpty();
    if (made) {
      check(
          new ProcessBuilder(python, SCRIPT, "--out", directory.toString(), "--only", network)
              .inheritIO()
              .start());
    }
    List<String> lines = new ArrayList<>();
    for (Known known : Known.of(directory, network)) {
      Row row = Comparison.row(known);
      System.out.println(row.text());
      lines.add(row.text());
    }
    if (made) {
      for (Path file : Known.files(directory, network)) {
        remove(file);
      }
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
