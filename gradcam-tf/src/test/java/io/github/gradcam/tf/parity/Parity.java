package io.github.gradcam.tf.parity;

import io.github.gradcam.trials.Peer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares this backend with TensorFlow's GradientTape, network by network, and writes the table of
 * supported files.
 */
public final class Parity implements Peer {

  private Parity() {}

  /**
   * Compares and writes.
   *
   * @param args see {@link io.github.gradcam.trials.Parity#run}
   */
  public static void main(String[] args) throws Exception {
    io.github.gradcam.trials.Parity.run(new Parity(), args);
  }

  @Override
  public String script() {
    return "tools/savedmodels/make_models.py";
  }

  @Override
  public List<String> arguments(Path folder, String network) {
    return List.of("--out", folder.toString(), "--only", network);
  }

  @Override
  public List<Path> files(Path folder, String network) {
    return Known.files(folder, network);
  }

  @Override
  public List<String> lines(Path folder, String network) {
    return Known.of(folder, network).stream().map(known -> Comparison.row(known).text()).toList();
  }

  @Override
  public void write(List<String> lines, Path document) throws IOException {
    Table.write(lines.stream().map(Row::parse).toList(), document);
  }
}
