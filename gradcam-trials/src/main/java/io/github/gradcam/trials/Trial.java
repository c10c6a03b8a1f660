package io.github.gradcam.trials;

import io.github.gradcam.error.GradCamException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * One damaged network: it is opened, and goes forth and back once.
 *
 * @param damage how it is damaged
 * @param number its number, from which everything else follows
 */
record Trial(Damage damage, int number) {

  private static final int LONGEST_MESSAGE = 2000;

  private int place() {
    return Math.floorMod(number, damage.ways().size());
  }

  /** How it is damaged, in a word. */
  String way() {
    return damage.ways().get(place());
  }

  Damaged write(Path folder) throws IOException {
    return damage.write(place(), new Random(0x9e3779b97f4a7c15L * (number + 1)), folder);
  }

  /** What becomes of it: a word or two; anything that is not this library's own error is thrown. */
  String outcome(Damaged damaged) {
    ModelOptions options = ModelOptions.builder().inputShape(damaged.image()).build();
    Model model;
    try {
      model = damage.backend().open(damaged.file(), options);
    } catch (GradCamException refusal) {
      return "refused: " + checked(refusal);
    }
    try (model) {
      return pass(model, damaged);
    } catch (GradCamException failed) {
      return "opened, no map: " + checked(failed);
    }
  }

  private static String pass(Model model, Damaged damaged) {
    List<Layer> layers = model.layers();
    if (layers.isEmpty()) {
      return "opened, no layers";
    }
    String layer = layers.get(layers.size() / 2).path();
    try (Capture capture = model.hook(layer).forward(Sample.pattern(damaged.image()))) {
      Tensor output = capture.output();
      float[] ones = new float[output.shape().size()];
      Arrays.fill(ones, 1);
      capture.gradients(Tensor.of(output.shape(), ones));
      return "opened, gradients";
    }
  }

  private static String checked(GradCamException error) {
    String message = String.valueOf(error.getMessage()).strip();
    boolean prose = message.endsWith(".") || message.endsWith("?");
    if (!prose
        || message.length() > LONGEST_MESSAGE
        || message.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalStateException("not in prose: " + message, error);
    }
    return error.getClass().getSimpleName();
  }
}
