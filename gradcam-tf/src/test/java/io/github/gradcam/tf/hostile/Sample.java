package io.github.gradcam.tf.hostile;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.tf.TfBackend;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A network that opens, and what is done with it.
 *
 * @param file where it lies
 * @param image the shape of an image
 * @param layer one of its layers
 */
record Sample(Path file, Shape image, String layer) {

  /** A small network with batch norm and two ways through it. */
  static Sample residual() {
    return new Sample(
        Path.of("src/test/resources/residual-saved3"), Shape.of(3, 6, 8), "block/relu");
  }

  /** Another one. */
  static Sample frozen() {
    return new Sample(
        Path.of("src/test/resources/closed-form-frozen.pb"), Shape.of(2, 4, 8), "conv");
  }

  Model open() {
    return new TfBackend().open(file, ModelOptions.builder().inputShape(image).build());
  }

  /** One image, the same each time. */
  Tensor input() {
    float[] values = new float[image.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % 7 - 3) / 3f;
    }
    return Tensor.of(image.batch(1), values);
  }

  /** A pass: activations and gradients. */
  Map<String, Tensor> pass(LayerHook hook) {
    try (Capture capture = hook.forward(input())) {
      Tensor output = capture.output();
      float[] cotangent = new float[output.shape().size()];
      cotangent[cotangent.length / 2] = 1;
      Map<String, Tensor> pass =
          new LinkedHashMap<>(capture.gradients(Tensor.of(output.shape(), cotangent)));
      pass.put("output", output);
      return pass;
    }
  }

  /** A pass with a hook of its own. */
  Map<String, Tensor> pass(Model model) {
    return pass(model.hook(layer));
  }
}
