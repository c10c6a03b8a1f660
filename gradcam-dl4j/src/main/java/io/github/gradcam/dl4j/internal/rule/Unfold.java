package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.Layout;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes a series of rows, as {@link Fold} has them.
 *
 * @param layout where the series has the channels
 */
record Unfold(Layout layout) implements SeesImages {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray rows = inputs.get(0);
    long images = inputs.get(1).size(0);
    if (rows.rank() != 2 || rows.size(0) % images != 0) {
      throw new IllegalArgumentException(
          "it takes rows of "
              + images
              + (images == 1 ? " image" : " images")
              + ", and is given "
              + Arrays.toString(rows.shape()));
    }
    return Fold.unfolded(rows, images, layout);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(Fold.folded(cotangent, layout));
  }

  @Override
  public Layout layout(List<Layout> inputs) {
    return layout;
  }
}
