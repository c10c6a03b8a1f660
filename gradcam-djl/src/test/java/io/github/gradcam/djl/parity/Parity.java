package io.github.gradcam.djl.parity;

import io.github.gradcam.trials.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares this backend with PyTorch's autograd, network by network, and writes the table of
 * supported files.
 */
public final class Parity implements Peer {

  private static final List<String> FORMS =
      List.of("traced", "scripted", "frozen traced", "frozen scripted");

  /** As many as the script has: another order of sums moves numbers over kinks. */
  private static final String THREADS = "2";

  private Parity() {}

  /**
   * Compares and writes.
   *
   * @param args see {@link io.github.gradcam.trials.Parity#run}
   */
  public static void main(String[] args) throws Exception {
    System.setProperty("ai.djl.pytorch.num_threads", THREADS);
    io.github.gradcam.trials.Parity.run(new Parity(), args);
  }

  @Override
  public String script() {
    return "tools/parity/make_models.py";
  }

  @Override
  public List<String> arguments(Path folder, String network) {
    return List.of(folder.toString(), network);
  }

  @Override
  public List<Path> files(Path folder, String network) {
    Path files = folder.resolve(network);
    return Files.exists(files) ? List.of(files) : List.of();
  }

  /** The versions that were used, and a row for each form. */
  @Override
  public List<String> lines(Path folder, String network) throws IOException {
    Known known = Known.read(folder.resolve(network));
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
      lines.add(Comparison.row(known, form).text());
    }
    return lines;
  }

  @Override
  public void write(List<String> lines, Path document) throws IOException {
    Table.write(lines, document);
  }
}
