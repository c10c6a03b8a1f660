package io.github.gradcam.tf.hostile;

import io.github.gradcam.error.GradCamException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.tf.TfBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.tensorflow.proto.OpDef;

/**
 * One damaged network: it is opened, and goes forth and back once.
 *
 * @param number its number, from which everything else follows
 */
record Trial(int number) {

  Mutation mutation() {
    return Mutation.values()[Math.floorMod(number, Mutation.values().length)];
  }

  private Random random() {
    return new Random(0x9e3779b97f4a7c15L * (number + 1));
  }

  /**
   * The network.
   *
   * @param operations all that TensorFlow has
   */
  Network network(List<OpDef> operations) throws IOException {
    Random random = random();
    return mutation().of(any(random), any(random), operations, random);
  }

  private static Network any(Random random) throws IOException {
    return Network.of(Network.names().get(random.nextInt(Network.names().size())));
  }

  /** What became of it: a word or two; anything that is not this library's own error is thrown. */
  static String outcome(Path file, Shape image) {
    Model model;
    try {
      model = new TfBackend().open(file, ModelOptions.builder().inputShape(image).build());
    } catch (GradCamException refusal) {
      return "refused: " + checked(refusal);
    }
    try (model) {
      return pass(model, image);
    } catch (GradCamException failed) {
      return "opened, no map: " + checked(failed);
    }
  }

  private static String pass(Model model, Shape image) {
    List<Layer> layers = model.layers();
    if (layers.isEmpty()) {
      return "opened, no layers";
    }
    String layer = layers.get(layers.size() / 2).path();
    float[] values = new float[image.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % 7 - 3) / 3f;
    }
    try (Capture capture = model.hook(layer).forward(Tensor.of(image.batch(1), values))) {
      Tensor output = capture.output();
      float[] ones = new float[output.shape().size()];
      Arrays.fill(ones, 1);
      capture.gradients(Tensor.of(output.shape(), ones));
      return "opened, gradients";
    }
  }

  private static String checked(GradCamException error) {
    String message = error.getMessage().strip();
    boolean prose = message.endsWith(".") || message.endsWith("?");
    if (!prose || message.length() > 2000 || message.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalStateException("not in prose: " + message, error);
    }
    return error.getClass().getSimpleName();
  }
}
