package io.github.gradcam.djl.internal.block;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.BlockList;
import ai.djl.nn.Parameter;
import ai.djl.nn.ParameterList;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a block and passes everything on to it, so that it trains, saves and loads as if
 * the tap were not there. Only a pass of ours, which is known by its store, is told that the block
 * is reached.
 */
public final class Tap implements Block {

  private final Block inner;

  /** A tap before a block. */
  public Tap(Block inner) {
    this.inner = inner;
  }

  Block inner() {
    return inner;
  }

  @Override
  public NDList forward(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    return store instanceof FrozenStore frozen
        ? frozen.reached(this, inputs)
        : inner.forward(store, inputs, training, params);
  }

  @Override
  public NDList forward(
      ParameterStore store, NDList data, NDList labels, @Nullable PairList<String, Object> params) {
    return inner.forward(store, data, labels, params);
  }

  @Override
  public void setInitializer(Initializer initializer, Parameter.Type type) {
    inner.setInitializer(initializer, type);
  }

  @Override
  public void setInitializer(Initializer initializer, String name) {
    inner.setInitializer(initializer, name);
  }

  @Override
  public void setInitializer(Initializer initializer, Predicate<Parameter> predicate) {
    inner.setInitializer(initializer, predicate);
  }

  @Override
  public void initialize(NDManager manager, DataType dataType, Shape... inputShapes) {
    inner.initialize(manager, dataType, inputShapes);
  }

  @Override
  public boolean isInitialized() {
    return inner.isInitialized();
  }

  @Override
  public void cast(DataType dataType) {
    inner.cast(dataType);
  }

  @Override
  public void clear() {
    inner.clear();
  }

  @Override
  public PairList<String, Shape> describeInput() {
    return inner.describeInput();
  }

  @Override
  public BlockList getChildren() {
    return inner.getChildren();
  }

  @Override
  public ParameterList getDirectParameters() {
    return inner.getDirectParameters();
  }

  @Override
  public ParameterList getParameters() {
    return inner.getParameters();
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return inner.getOutputShapes(inputShapes);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes, DataType[] inputDataTypes) {
    return inner.getOutputShapes(inputShapes, inputDataTypes);
  }

  @Override
  public Shape[] getInputShapes() {
    return inner.getInputShapes();
  }

  @Override
  public DataType[] getOutputDataTypes() {
    return inner.getOutputDataTypes();
  }

  @Override
  public void saveParameters(DataOutputStream out) throws IOException {
    inner.saveParameters(out);
  }

  @Override
  public void loadParameters(NDManager manager, DataInputStream in)
      throws IOException, MalformedModelException {
    inner.loadParameters(manager, in);
  }

  @Override
  public void freezeParameters(boolean freeze) {
    inner.freezeParameters(freeze);
  }

  @Override
  public void freezeParameters(boolean freeze, Predicate<Parameter> predicate) {
    inner.freezeParameters(freeze, predicate);
  }

  @Override
  public Map<String, String> getCustomMetadata() {
    return inner.getCustomMetadata();
  }

  @Override
  public String toString() {
    return inner.toString();
  }
}
