package io.github.gradcam.dl4j.internal.rule;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The derivative of an activation function. */
@FunctionalInterface
public interface Slope {

  /**
   * The vector–Jacobian product.
   *
   * @param x what the function was given: a copy row by row without gaps, which may be overwritten
   * @param cotangent of the function's result, likewise
   * @return the cotangent of {@code x}
   */
  INDArray times(INDArray x, INDArray cotangent);
}
