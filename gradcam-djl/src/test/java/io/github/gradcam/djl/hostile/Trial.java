package io.github.gradcam.djl.hostile;

import io.github.gradcam.djl.DjlBackend;
import io.github.gradcam.error.GradCamException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * One damaged archive: it is opened, and goes forth and back once.
 *
 * @param number its number, from which everything else follows
 */
record Trial(int number) {

  private static final Path FOLDER = Path.of("src/test/resources/structures");
  private static final List<String> NETWORKS =
      List.of(
          "nested-traced",
          "nested-scripted",
          "residual-traced",
          "residual-scripted",
          "frozen-traced",
          "frozen-scripted",
          "branches-scripted",
          "loop-scripted",
          "training-traced",
          "attention-scripted",
          "dict-scripted",
          "named-tuple-scripted");

  private static final Shape IMAGE = Shape.of(2, 6, 6);

  Mutation mutation() {
    return Mutation.values()[Math.floorMod(number, Mutation.values().length)];
  }

  private Random random() {
    return new Random(0x9e3779b97f4a7c15L * (number + 1));
  }

  /** Writes the archive. */
  void write(Path file) throws IOException {
    Random random = random();
    Files.write(file, mutation().of(network(random), network(random), random));
  }

  private static byte[] network(Random random) throws IOException {
    String name = NETWORKS.get(random.nextInt(NETWORKS.size()));
    return Files.readAllBytes(FOLDER.resolve(name + ".pt"));
  }

  /** What became of it: a word or two; anything that is not this library's own error is thrown. */
  static String outcome(Path file) {
    Model model;
    try {
      model = new DjlBackend().open(file, ModelOptions.builder().inputShape(IMAGE).build());
    } catch (GradCamException refusal) {
      return "refused: " + checked(refusal);
    }
    try (model) {
      return pass(model);
    } catch (GradCamException failed) {
      return "opened, no map: " + checked(failed);
    }
  }

  private static String pass(Model model) {
    List<Layer> layers = model.layers();
    if (layers.isEmpty()) {
      return "opened, no layers";
    }
    String layer = layers.get(layers.size() / 2).path();
    float[] values = new float[IMAGE.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % 7 - 3) / 3f;
    }
    try (Capture capture = model.hook(layer).forward(Tensor.of(IMAGE.batch(1), values))) {
      Tensor output = capture.output();
      float[] ones = new float[output.shape().size()];
      Arrays.fill(ones, 1);
      capture.gradients(Tensor.of(output.shape(), ones));
      return "opened, gradients";
    }
  }

  private static String checked(GradCamException error) {
    if (!error.getMessage().strip().endsWith(".")) {
      throw new IllegalStateException("not in prose: " + error.getMessage(), error);
    }
    return error.getClass().getSimpleName();
  }
}
