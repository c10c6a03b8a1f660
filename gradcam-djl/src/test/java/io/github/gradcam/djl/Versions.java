package io.github.gradcam.djl;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.trials.Differences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints how far this backend and PyTorch's autograd lie apart, for the files that
 * tools/parity/make_versions.py wrote: the largest difference, relative to the largest number.
 */
public final class Versions {

  private Versions() {}

  /**
   * Prints the table.
   *
   * @param args the directory
   */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    System.out.printf(
        "%-24s %-40s %9s %11s %9s%n", "file", "layer", "logits", "activation", "gradient");
    try (Stream<Path> files = Files.list(directory)) {
      for (Path text : files.filter(file -> file.toString().endsWith(".txt")).sorted().toList()) {
        String name = text.getFileName().toString().replace(".txt", "");
        Map<String, Tensor> known = Structure.read(text);
        compare(directory, name + "-traced", known);
        compare(directory, name + "-scripted", known);
      }
    }
  }

  private static void compare(Path directory, String name, Map<String, Tensor> known) {
    Structure structure = new Structure(directory, name, known);
    List<String> layers = structure.layers("act");
    try (Model model = new DjlBackend().open(structure.file(), ModelOptions.defaults())) {
      for (String layer : layers) {
        try (Capture capture = model.hook(layer).forward(structure.input())) {
          Tensor gradient = capture.gradients(structure.cotangent()).get(layer);
          System.out.printf(
              Locale.ROOT,
              "%-24s %-40s %9.1e %11.1e %9.1e%n",
              name,
              layer,
              Differences.between(capture.output(), structure.output()),
              Differences.between(capture.activations(layer), structure.of("act", layer)),
              Differences.between(gradient, structure.of("grad", layer)));
        }
      }
    }
  }
}
