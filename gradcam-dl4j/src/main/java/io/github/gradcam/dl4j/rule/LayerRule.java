package io.github.gradcam.dl4j.rule;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How one layer or vertex computes in evaluation mode, and how a cotangent goes back through it.
 *
 * <p>Both methods are functions of their arguments and of parameters that never change: they keep
 * nothing between calls and write to none of the arrays they are given. They run in any number of
 * threads at once. Arrays have the network's data type and may have any strides; what is returned
 * may be a view of what was given. Memory comes from a workspace that the caller has opened, and is
 * gone after the pass.
 */
public interface LayerRule {

  /**
   * The layer's output.
   *
   * @param inputs what flows in, in the order of the vertex's inputs; a layer has one
   * @return the output, the activation function included
   */
  INDArray forward(List<INDArray> inputs);

  /**
   * The vector–Jacobian product.
   *
   * @param inputs what {@link #forward} was given
   * @param output what it returned
   * @param cotangent shaped as the output
   * @return {@code Jᵀ · cotangent} for each input, shaped as that input
   */
  List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent);

  /**
   * Where the output has its channels.
   *
   * @param inputs where the inputs have theirs
   * @return as the first input, unless overridden
   */
  default Layout layout(List<Layout> inputs) {
    return inputs.get(0);
  }
}
