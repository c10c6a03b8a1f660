package io.github.gradcam.dl4j.internal.rule;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Weights of convolutions as the engine takes them. */
final class Kernels {

  private Kernels() {}

  /**
   * A kernel with zeros between the places that it covers, where {@link Phased} does not fit, for
   * the engine's operations fail with oneDNN where kernels are dilated.
   *
   * @param weights the weights
   * @param axis the first of the kernel's axes
   * @param windows how it moves along each
   * @return the weights, of windows that are {@link Window#spread}
   */
  static INDArray spread(INDArray weights, int axis, List<Window> windows) {
    if (windows.stream().noneMatch(Window::isDilated)) {
      return weights;
    }
    long[] shape = weights.shape().clone();
    INDArrayIndex[] places = new INDArrayIndex[shape.length];
    for (int i = 0; i < shape.length; i++) {
      places[i] = NDArrayIndex.all();
    }
    for (int i = 0; i < windows.size(); i++) {
      shape[axis + i] = windows.get(i).reach();
      places[axis + i] = NDArrayIndex.interval(0, windows.get(i).dilation(), shape[axis + i]);
    }
    INDArray spread = Nd4j.create(weights.dataType(), shape, 'c');
    spread.get(places).assign(weights);
    return spread;
  }
}
