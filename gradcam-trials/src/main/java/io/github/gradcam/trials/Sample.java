package io.github.gradcam.trials;

import io.github.gradcam.Models;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A network that opens, and what is done with it.
 *
 * @param file where it lies
 * @param image the shape of an image
 * @param layer one of its layers; may be empty where none is asked for
 */
public record Sample(Path file, Shape image, String layer) {

  /** Reads it from a command line: {@code FILE C,H,W LAYER}, without the layer if need be. */
  static Sample of(String... args) {
    int[] lengths = Arrays.stream(args[1].split(",")).mapToInt(Integer::parseInt).toArray();
    return new Sample(Path.of(args[0]), Shape.of(lengths), args.length > 2 ? args[2] : "");
  }

  /** Opens it with the backend that knows it. */
  public Model open() {
    return Models.load(file, ModelOptions.builder().inputShape(image).build());
  }

  /** One image, the same each time. */
  public Tensor input() {
    return pattern(image);
  }

  /** A batch of one image of a shape, the same each time. */
  static Tensor pattern(Shape image) {
    float[] values = new float[image.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % 7 - 3) / 3f;
    }
    return Tensor.of(image.batch(1), values);
  }

  /** A pass: gradients, activations and the output. */
  public Map<String, Tensor> pass(LayerHook hook) {
    try (Capture capture = hook.forward(input())) {
      Tensor output = capture.output();
      float[] cotangent = new float[output.shape().size()];
      cotangent[cotangent.length / 2] = 1;
      Map<String, Tensor> pass =
          new LinkedHashMap<>(capture.gradients(Tensor.of(output.shape(), cotangent)));
      for (String path : hook.layers()) {
        pass.put("activations of " + path, capture.activations(path));
      }
      pass.put("output", output);
      return pass;
    }
  }

  /** A pass with a hook of its own. */
  public Map<String, Tensor> pass(Model model) {
    return pass(model.hook(layer));
  }
}
