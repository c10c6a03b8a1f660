package io.github.gradcam.tf.hostile;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.trials.Sample;
import java.nio.file.Path;

/** Networks of the tests. */
final class Samples {

  private Samples() {}

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
}
