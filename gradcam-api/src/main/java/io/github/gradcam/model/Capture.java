package io.github.gradcam.model;

import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * One forward pass, remembered: its output, the activations of the hooked layers, and the way back.
 *
 * <p>Belongs to the thread that made it and is closed by it.
 */
public interface Capture extends AutoCloseable {

  /**
   * The output: {@code [N, classes]}, or whatever the network returns.
   *
   * @throws io.github.gradcam.error.ClosedException after this or the model has been closed
   */
  Tensor output();

  /**
   * The activations of a hooked layer, as the network computed them: before anything that a later
   * layer does to them in place.
   *
   * @param layer one of the hook's paths
   * @return {@code [N, C, h, w]}, or the shape the layer has
   * @throws io.github.gradcam.error.UnknownLayerException if the hook does not cover the layer
   * @throws io.github.gradcam.error.ClosedException after this or the model has been closed
   */
  Tensor activations(String layer);

  /**
   * The vector–Jacobian product from the output back to every hooked layer: {@code Jᵀ · cotangent}.
   * May be called as often as wanted; each call costs one backward pass through the part of the
   * network above the layers, whatever their number.
   *
   * @param cotangent shaped as {@link #output()}
   * @return by path, in the hook's order, gradients shaped as the layer's activations; unmodifiable
   * @throws io.github.gradcam.error.InvalidInputException if the cotangent has another shape or is
   *     not finite
   * @throws io.github.gradcam.error.UnexplainableLayerException if no gradient path leads to a
   *     layer
   * @throws io.github.gradcam.error.UnsupportedOperationInModelException if an operation on the way
   *     has no gradient
   * @throws io.github.gradcam.error.ClosedException after this or the model has been closed
   */
  Map<String, Tensor> gradients(Tensor cotangent);

  /**
   * Several vector–Jacobian products of one forward pass, the same as one after the other but for
   * rounding. A backend that can go several ways back at once, reading the weights only once, does.
   *
   * @param cotangents each shaped as {@link #output()}
   * @return what {@link #gradients(Tensor)} gives for each, in their order; unmodifiable
   * @throws io.github.gradcam.error.InvalidInputException as {@link #gradients(Tensor)} does, for
   *     any of them
   * @throws io.github.gradcam.error.UnexplainableLayerException as {@link #gradients(Tensor)} does
   * @throws io.github.gradcam.error.UnsupportedOperationInModelException as {@link
   *     #gradients(Tensor)} does
   * @throws io.github.gradcam.error.ClosedException after this or the model has been closed
   */
  default List<Map<String, Tensor>> gradients(List<Tensor> cotangents) {
    return cotangents.stream().map(this::gradients).toList();
  }

  /**
   * Runs the network again from a layer on, with other activations. What does not lie behind the
   * layer, such as the other arm of a residual block, comes from this pass's input.
   *
   * @param layer one of the hook's paths
   * @param activations {@code [M, C, h, w]}: as many as this pass has items or, for a pass of one
   *     item, any number of variations of it
   * @return a capture of that one layer; the caller closes it; this one stays usable
   * @throws io.github.gradcam.error.UnsupportedOperationInModelException if the model lacks {@link
   *     Capability#RESUME}
   * @throws io.github.gradcam.error.InvalidInputException if the shape does not fit or a value is
   *     not finite
   * @throws io.github.gradcam.error.ClosedException after this or the model has been closed
   */
  Capture resume(String layer, Tensor activations);

  /** How the pass was computed. */
  default Computation computation() {
    return Computation.asWritten();
  }

  /** Releases what the pass holds. May be called twice. */
  @Override
  void close();
}
