package io.github.gradcam.dl4j.internal.source;

import org.nd4j.linalg.api.ndarray.INDArray;

/** How a weight of Deeplearning4j comes from those of Keras. */
@FunctionalInterface
interface KerasWeight {

  /** Makes it. */
  INDArray from(KerasArrays arrays);

  /** One that is the same in both. */
  static KerasWeight same(String name) {
    return arrays -> arrays.read(name);
  }

  /** One whose axes have another order. */
  static KerasWeight permuted(String name, int... axes) {
    return arrays -> arrays.read(name, axes.length).permute(axes);
  }
}
