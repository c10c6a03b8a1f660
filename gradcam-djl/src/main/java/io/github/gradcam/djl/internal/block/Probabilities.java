package io.github.gradcam.djl.internal.block;

import ai.djl.nn.LambdaBlock;
import io.github.gradcam.error.GradCamException;
import io.github.gradcam.model.OutputKind;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Looks at what a network returns, where its end does not show what that is. */
final class Probabilities {

  private static final int IMAGES = 2;
  private static final double NEAR = 1e-4;

  private Probabilities() {}

  /** What two images of noise have as their outputs: whole probabilities, or anything else. */
  static OutputKind seen(BlockPasses passes, Node root, Optional<Shape> shape) {
    if (shape.isEmpty() || !mayEndInSoftmax(root)) {
      return OutputKind.LOGITS;
    }
    Random random = new Random(1);
    float[] noise = new float[IMAGES * shape.get().size()];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextFloat();
    }
    try {
      Tensor output = passes.output(Tensor.of(shape.get().batch(IMAGES), noise));
      return addUp(output) ? OutputKind.PROBABILITIES : OutputKind.LOGITS;
    } catch (GradCamException otherImages) {
      // The recorded shape is not one that it takes; whoever runs it will be told.
      return OutputKind.LOGITS;
    }
  }

  /** Whether the last block is one whose code is not known. */
  private static boolean mayEndInSoftmax(Node root) {
    List<Node> lasts = Ending.lasts(root);
    return !(lasts.get(lasts.size() - 1) instanceof Node.Whole whole)
        || whole.block() instanceof LambdaBlock
        || !whole.block().getClass().getName().startsWith("ai.djl.nn.");
  }

  private static boolean addUp(Tensor output) {
    int classes = output.shape().rank() == 2 ? output.shape().length(1) : 0;
    float[] values = output.toArray();
    for (int row = 0; row < IMAGES; row++) {
      double sum = 0;
      for (int i = 0; i < classes; i++) {
        sum += values[row * classes + i];
        if (values[row * classes + i] < 0) {
          return false;
        }
      }
      if (!(Math.abs(sum - 1) < NEAR)) {
        return false;
      }
    }
    return classes > 1;
  }
}
