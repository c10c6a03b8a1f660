package io.github.gradcam.examples.vgg16.export;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.Arrays;

/** The order in which weights have their axes. */
final class Axes {

  private Axes() {}

  /**
   * As Keras has them.
   *
   * @param weight {@code [out, in, …]}
   * @return {@code […, in, out]}
   */
  static Tensor outputsLast(Tensor weight) {
    int outputs = weight.shape().length(0);
    int inputs = weight.shape().length(1);
    int places = weight.shape().size() / (outputs * inputs);
    float[] given = weight.toArray();
    return Tensor.written(
        turned(weight.shape()),
        values -> {
          int at = 0;
          for (int place = 0; place < places; place++) {
            for (int input = 0; input < inputs; input++) {
              for (int output = 0; output < outputs; output++) {
                values[at++] = given[(output * inputs + input) * places + place];
              }
            }
          }
        });
  }

  private static Shape turned(Shape shape) {
    int[] lengths = shape.toArray();
    int[] turned = Arrays.copyOfRange(lengths, 2, lengths.length + 2);
    turned[lengths.length - 2] = lengths[1];
    turned[lengths.length - 1] = lengths[0];
    return Shape.of(turned);
  }
}
