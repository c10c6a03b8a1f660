package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution the other way round: what is a cotangent's way back there is the way forward here.
 *
 * @param convolution from the output to the input
 * @param bias {@code [1, out]}, if there is one
 * @param windows how the kernel moves along each axis of the output
 * @param in the number of channels it takes
 * @param out the number it gives
 */
record Deconvolution(
    Convolution convolution, Optional<INDArray> bias, List<Window> windows, long in, long out)
    implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray grid = inputs.get(0);
    Convolution.requireChannels(grid, in);
    long[] shape = grid.shape().clone();
    for (int axis = 0; axis < windows.size(); axis++) {
      shape[axis + 1] = windows.get(axis).inputs(shape[axis + 1]);
    }
    shape[shape.length - 1] = out;
    INDArray output = convolution.transposed(grid, shape);
    bias.ifPresent(offset -> output.reshape('c', output.length() / out, out).addiRowVector(offset));
    return output;
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(convolution.forward(List.of(cotangent)));
  }
}
