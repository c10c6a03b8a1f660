package io.github.gradcam.examples.quickstart;

import io.github.gradcam.Models;
import io.github.gradcam.image.Images;
import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures the bundled model on a folder with one sub-folder a class, such as Imagenette's {@code
 * val}.
 *
 * <p>Usage: {@code Accuracy FOLDER [CSV]}; the CSV gets each photo's predicted class and logits.
 */
public final class Accuracy {

  private static final int REPORTED_EVERY = 200;

  private Accuracy() {}

  /**
   * Runs the program.
   *
   * @param args the folder, and where the predictions shall be written
   * @throws IOException if the folder cannot be read or the file not be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.err.println("Usage: Accuracy FOLDER [CSV]; the folder has one sub-folder a class.");
      return;
    }
    Path folder = Path.of(args[0]);
    List<Path> classes = sorted(folder);
    List<String> rows = new ArrayList<>();
    int right = 0;
    try (Model model = Models.load(Bundled.model())) {
      Preprocessing preprocessing = Bundled.preprocessing();
      for (int wanted = 0; wanted < classes.size(); wanted++) {
        for (Path photo : sorted(classes.get(wanted))) {
          Tensor input = preprocessing.prepare(Images.read(photo)).input();
          float[] logits = model.forward(Tensor.stack(List.of(input))).toArray();
          int predicted = highest(logits);
          right += predicted == wanted ? 1 : 0;
          rows.add(row(folder.relativize(photo), predicted, logits));
          if (rows.size() % REPORTED_EVERY == 0) {
            System.err.printf(
                "%d photos, %.2f %% right so far%n", rows.size(), 100.0 * right / rows.size());
          }
        }
      }
    }
    System.out.printf(
        "%d of %d photos right: %.2f %%%n", right, rows.size(), 100.0 * right / rows.size());
    if (args.length > 1) {
      Files.write(Path.of(args[1]), rows);
    }
  }

  private static int highest(float[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      best = logits[i] > logits[best] ? i : best;
    }
    return best;
  }

  private static String row(Path photo, int predicted, float[] logits) {
    return Stream.concat(
            Stream.of(photo.toString(), Integer.toString(predicted)),
            IntStream.range(0, logits.length).mapToObj(i -> Float.toString(logits[i])))
        .collect(Collectors.joining(","));
  }

  private static List<Path> sorted(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
