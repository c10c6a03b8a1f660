package io.github.gradcam.model;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Set;

/**
 * A network that can be run and looked into.
 *
 * <p>A model may be used by any number of threads at once, with the results of one. Whatever is
 * asked of it, nothing of the user's network changes: not its parameters, its gradients, its mode.
 * It always computes in evaluation mode.
 */
public interface Model extends AutoCloseable {

  /** Where the model comes from and what runs it. */
  ModelInfo info();

  /** What the numbers in the output are. */
  OutputKind outputKind();

  /** What can be done with this model beyond forward passes and gradients. */
  Set<Capability> capabilities();

  /**
   * The layers in the order of their execution, for inputs of the shape the model was opened with
   * ({@link ModelOptions#inputShape()}), or else the one its file records, or else the backend's
   * documented assumption.
   *
   * @return the layers that return one tensor; {@link Layer#INPUT} is not among them
   * @throws io.github.gradcam.error.InvalidInputException if the network cannot run on that shape
   * @throws io.github.gradcam.error.ClosedException after {@link #close()}
   */
  List<Layer> layers();

  /**
   * The layers in the order of their execution, for inputs of a shape.
   *
   * @param input the shape of one input, without the batch: {@code [C, H, W]}
   * @return the layers that return one tensor; {@link Layer#INPUT} is not among them
   * @throws io.github.gradcam.error.InvalidInputException if the network cannot run on that shape
   * @throws io.github.gradcam.error.ClosedException after {@link #close()}
   */
  List<Layer> layers(Shape input);

  /**
   * A plain forward pass.
   *
   * @param batch {@code [N, C, H, W]}
   * @return the output, {@code [N, classes]} or whatever the network returns, before a final
   *     softmax or sigmoid where {@link #outputKind()} says so
   * @throws io.github.gradcam.error.InvalidInputException if the network cannot take the batch, it
   *     is empty, or it holds NaN or infinity
   * @throws io.github.gradcam.error.ClosedException after {@link #close()}
   */
  Tensor forward(Tensor batch);

  /**
   * A hook that captures one layer or several in each forward pass.
   *
   * @param layers paths as {@link Layer#path()} gives them, or as {@link Layer} describes; {@link
   *     Layer#INPUT} is allowed
   * @return the hook; it holds nothing that must be closed and keeps no state between passes
   * @throws io.github.gradcam.error.UnknownLayerException if the model has no such layer
   * @throws io.github.gradcam.error.UnexplainableLayerException if it cannot be captured
   * @throws io.github.gradcam.error.InvalidInputException if no layer is named, or one twice
   * @throws io.github.gradcam.error.ClosedException after {@link #close()}
   */
  LayerHook hook(List<String> layers);

  /**
   * A hook that captures one layer or several in each forward pass.
   *
   * @param layers as {@link #hook(List)} takes them
   * @return the hook
   * @see #hook(List)
   */
  default LayerHook hook(String... layers) {
    return hook(List.of(layers));
  }

  /**
   * Releases what the engine holds, as soon as passes that are under way are done; waits for none.
   * May be called twice.
   */
  @Override
  void close();
}
