package io.github.gradcam.djl;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.function.BiFunction;

/** A container of the user's own around a block; what it does with it is given. */
final class UserBlock extends AbstractBlock {

  /** What the container does. */
  interface Body extends BiFunction<ParameterStore, NDList, NDList> {}

  private final Block child;
  private Body body;

  UserBlock(String name, Block child) {
    this.child = addChildBlock(name, child);
    this.body = (store, inputs) -> this.child.forward(store, inputs, false);
  }

  UserBlock(String name, Block child, Body body) {
    this(name, child);
    this.body = body;
  }

  /** Adds a parameter that belongs to it. */
  Parameter parameter(String name, Shape shape) {
    return addParameter(
        Parameter.builder().setName(name).setType(Parameter.Type.GAMMA).optShape(shape).build());
  }

  void body(Body other) {
    this.body = other;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    return training ? child.forward(store, inputs, true) : body.apply(store, inputs);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return child.getOutputShapes(inputShapes);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    child.initialize(manager, type, inputShapes);
  }
}
