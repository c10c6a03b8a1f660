package io.github.gradcam.examples.vgg16.network;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.github.gradcam.djl.DjlModels;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * VGG16, or a part of it, as a block of DJL's. Its layers are children with Keras's names, each a
 * convolution with its ReLU, and can be explained in it.
 *
 * <p>As any block, not to be trained and used at the same time.
 */
public final class Vgg16Block extends AbstractBlock {

  /** What a part of the network gives. */
  public enum Output {
    /** The last block's maps, after its pooling: {@code [N, channels, height, width]}. */
    MAPS,
    /** Their means over space, scaled to length 1: {@code [N, channels]}. */
    DIRECTIONS,
    /** The head's logits: {@code [N, classes]}. */
    LOGITS
  }

  private static final Shape KERNEL = new Shape(3, 3);
  private static final Shape TWO = new Shape(2, 2);

  private final List<List<Block>> blocks = new ArrayList<>();
  private final Output output;
  private final @Nullable Block head;

  private Vgg16Block(Weights weights, int first, int last, Output output) {
    this.output = output;
    for (int block = first; block <= last; block++) {
      List<Block> layers = new ArrayList<>();
      for (String name : Vgg16.convolutions(block)) {
        layers.add(addChildBlock(name, DjlModels.tap(convolution(weights.weight(name)))));
      }
      blocks.add(layers);
    }
    head =
        output == Output.LOGITS
            ? addChildBlock(
                Vgg16.HEAD,
                Linear.builder().setUnits(weights.weight(Vgg16.HEAD).shape().length(0)).build())
            : null;
  }

  /**
   * The whole network.
   *
   * @param weights all of them
   * @param manager holds the parameters, on its device
   */
  public static Vgg16Block whole(Weights weights, NDManager manager) {
    return part(weights, 1, Vgg16.BLOCKS, Output.LOGITS, manager);
  }

  /**
   * Some blocks of the network, one after the other, initialized.
   *
   * @param weights those of the part; others are ignored
   * @param first from which block, 1 to 5, or 6 for the head alone
   * @param last to which block
   * @param output what follows the last block's pooling
   * @param manager holds the parameters, on its device
   * @throws WeightsException if weights are missing or do not fit each other
   */
  public static Vgg16Block part(
      Weights weights, int first, int last, Output output, NDManager manager) {
    Vgg16Block block = new Vgg16Block(weights, first, last, output);
    block.fill(weights, manager);
    long channels =
        first > Vgg16.BLOCKS
            ? weights.weight(Vgg16.HEAD).shape().length(1)
            : weights.weight(Vgg16.convolutions(first).get(0)).shape().length(1);
    long side = (long) Vgg16.INPUT.length(1) >> (first - 1);
    block.initialize(manager, DataType.FLOAT32, new Shape(1, channels, side, side));
    return block;
  }

  /** What the part holds now, by the names of {@link Weights}. */
  public Map<String, Tensor> weights() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    named().forEach((name, parameter) -> tensors.put(name, DjlTensors.out(parameter.getArray())));
    return tensors;
  }

  /** The parameters by the names of {@link Weights}. */
  public Map<String, Parameter> named() {
    Map<String, Parameter> named = new LinkedHashMap<>();
    getChildren()
        .forEach(
            child ->
                child
                    .getValue()
                    .getParameters()
                    .forEach(
                        parameter ->
                            named.put(
                                child.getKey().substring(2)
                                    + "."
                                    + parameter.getValue().getName().toLowerCase(Locale.ROOT),
                                parameter.getValue())));
    return named;
  }

  private void fill(Weights weights, NDManager manager) {
    named()
        .forEach(
            (name, parameter) -> parameter.setArray(DjlTensors.in(weights.get(name), manager)));
  }

  private static Block convolution(Tensor weight) {
    return new SequentialBlock()
        .add(
            Conv2d.builder()
                .setKernelShape(KERNEL)
                .optPadding(new Shape(1, 1))
                .setFilters(weight.shape().length(0))
                .build())
        .add(Activation.reluBlock());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDList flowing = inputs;
    for (List<Block> layers : blocks) {
      for (Block layer : layers) {
        flowing = layer.forward(store, flowing, training, params);
      }
      flowing =
          new NDList(Pool.maxPool2d(flowing.singletonOrThrow(), TWO, TWO, new Shape(0, 0), false));
    }
    if (output == Output.MAPS) {
      return flowing;
    }
    NDList directions =
        new NDList(Pool.globalAvgPool2d(flowing.singletonOrThrow()).normalize(2, 1));
    return head == null ? directions : head.forward(store, directions, training, params);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    Shape shape = inputs[0];
    for (List<Block> layers : blocks) {
      for (Block layer : layers) {
        layer.initialize(manager, type, shape);
        shape = layer.getOutputShapes(new Shape[] {shape})[0];
      }
      shape = halved(shape);
    }
    if (head != null) {
      head.initialize(manager, type, new Shape(shape.get(0), shape.get(1)));
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    Shape shape = inputs[0];
    for (List<Block> layers : blocks) {
      for (Block layer : layers) {
        shape = layer.getOutputShapes(new Shape[] {shape})[0];
      }
      shape = halved(shape);
    }
    if (output == Output.MAPS) {
      return new Shape[] {shape};
    }
    Shape directions = new Shape(shape.get(0), shape.get(1));
    return head == null ? new Shape[] {directions} : head.getOutputShapes(new Shape[] {directions});
  }

  private static Shape halved(Shape shape) {
    return new Shape(shape.get(0), shape.get(1), shape.get(2) / 2, shape.get(3) / 2);
  }
}
