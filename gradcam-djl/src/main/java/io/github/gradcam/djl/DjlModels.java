package io.github.gradcam.djl;

import ai.djl.nn.Block;
import io.github.gradcam.djl.internal.block.BlockModels;
import io.github.gradcam.djl.internal.block.Tap;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import java.util.Optional;

/**
 * Networks that an application holds in memory with DJL's PyTorch engine: trees of blocks,
 * TorchScript that DJL has loaded, and blocks around such TorchScript.
 *
 * <p>What is explained is the network as it is at the moment of the call: its parameters are copied
 * once, and it may be trained on, or closed, while the copy is explained. After more training, wrap
 * it again. Where a step of training runs in another thread during the call, the copy may hold
 * parameters from before and after that step. Nothing of the user's network changes, and its mode
 * is not switched: the copy always computes in evaluation mode.
 *
 * <p>Layers are addressed by DJL's own names, with dots between: {@code
 * 03SequentialBlock.01Conv2d}. Inside of TorchScript they go on with the paths of the PyTorch
 * module: {@code 01PtSymbolBlock.layer4}. The insides of {@link ai.djl.nn.SequentialBlock} and
 * {@link ai.djl.nn.ParallelBlock} can be seen; any other container is one layer as a whole, unless
 * blocks are {@linkplain #tap tapped} in it. The user's blocks do the computing, in the calling
 * thread, and must keep to DJL's rules: they take their parameters from the {@link
 * ai.djl.training.ParameterStore} that they are given, and keep no state between passes.
 *
 * <p>A softmax or sigmoid that is the last block of a network is found if it is a {@link
 * ai.djl.nn.LambdaBlock} or lies in TorchScript; scores are then taken from before it. Where a
 * block of the user's own returns probabilities, {@link Model#outputKind()} says so if the shape of
 * the input is known; elsewhere logits are assumed.
 *
 * <p>Closing a model frees the copies and nothing of the user's. All methods may be called in any
 * number of threads.
 */
public final class DjlModels {

  private DjlModels() {}

  /**
   * A model of a block, where its parameters are.
   *
   * @param block an initialized or loaded block of DJL's PyTorch engine that takes one array
   * @return the model; the caller closes it
   * @throws ModelOpenException if the block has no parameters yet, has been closed, belongs to
   *     another engine, has weights of another type than float32, or holds TorchScript that cannot
   *     be copied; the message says what to do
   */
  public static Model of(Block block) {
    return of(block, block.getClass().getSimpleName(), Optional.empty());
  }

  /**
   * A model of a block.
   *
   * @param block as {@link #of(Block)} takes it
   * @param options the device that the copy shall run on, wherever the block's parameters are; the
   *     output that is meant; the shape of one input for {@link Model#layers()}, which otherwise is
   *     the one the block was initialized with
   * @return the model; the caller closes it
   * @throws ModelOpenException as {@link #of(Block)} does
   * @throws io.github.gradcam.error.DeviceUnavailableException if the device is missing
   */
  public static Model of(Block block, ModelOptions options) {
    return of(block, block.getClass().getSimpleName(), Optional.of(options));
  }

  /**
   * A model of DJL's, such as a {@link ai.djl.repository.zoo.ZooModel}, where its parameters are.
   *
   * @param model a model with a block that {@link #of(Block)} takes
   * @return the model; the caller closes it, and DJL's for itself
   * @throws ModelOpenException as {@link #of(Block)} does, or if the model has no block
   */
  public static Model of(ai.djl.Model model) {
    return of(block(model), model.getName(), Optional.empty());
  }

  /**
   * A model of DJL's, such as a {@link ai.djl.repository.zoo.ZooModel}.
   *
   * @param model a model with a block that {@link #of(Block)} takes
   * @param options as {@link #of(Block, ModelOptions)} takes them
   * @return the model; the caller closes it, and DJL's for itself
   * @throws ModelOpenException as {@link #of(Block)} does, or if the model has no block
   * @throws io.github.gradcam.error.DeviceUnavailableException if the device is missing
   */
  public static Model of(ai.djl.Model model, ModelOptions options) {
    return of(block(model), model.getName(), Optional.of(options));
  }

  /**
   * Makes a block a layer of its own inside a container that is a class of the user's. The block
   * trains, saves and loads as before; it may be tapped for good.
   *
   * <pre>{@code
   * conv = addChildBlock("conv", DjlModels.tap(Conv2d.builder()…build()));
   * }</pre>
   *
   * @param block the block
   * @return the block that stands for it; its parameters, children and file format are the same
   */
  public static Block tap(Block block) {
    return new Tap(block);
  }

  private static Model of(Block block, String name, Optional<ModelOptions> options) {
    return BlockModels.of(block, name, DjlBackend.NAME, options);
  }

  private static Block block(ai.djl.Model model) {
    Block block = model.getBlock();
    if (block == null) {
      throw new ModelOpenException(
          "The DJL model \""
              + model.getName()
              + "\" has no block yet. Load it, or call setBlock(…), before it is explained.");
    }
    return block;
  }
}
