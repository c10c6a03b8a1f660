package io.github.gradcam.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** A container as users write them, whose code nobody can see; its blocks are tapped. */
final class ResidualUnit extends AbstractBlock {

  private final Block conv1;
  private final Block bn1;
  private final Block relu;
  private final Block conv2;
  private final Block bn2;

  ResidualUnit(int filters) {
    conv1 = addChildBlock("conv1", DjlModels.tap(BlockNetworks.conv(filters, false)));
    bn1 = addChildBlock("bn1", DjlModels.tap(BlockNetworks.norm()));
    relu = addChildBlock("relu", DjlModels.tap(Activation.reluBlock()));
    conv2 = addChildBlock("conv2", DjlModels.tap(BlockNetworks.conv(filters, false)));
    bn2 = addChildBlock("bn2", DjlModels.tap(BlockNetworks.norm()));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDList first = bn1.forward(store, conv1.forward(store, inputs, training), training);
    NDList second = conv2.forward(store, relu.forward(store, first, training), training);
    NDArray sum = bn2.forward(store, second, training).singletonOrThrow();
    return relu.forward(store, new NDList(sum.addi(inputs.singletonOrThrow())), training);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return inputShapes;
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    getChildren().values().forEach(block -> block.initialize(manager, type, inputShapes));
  }
}
