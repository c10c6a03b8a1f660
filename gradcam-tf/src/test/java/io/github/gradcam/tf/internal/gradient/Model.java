package io.github.gradcam.tf.internal.gradient;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperationBuilder;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** A small graph that a test makes. */
final class Model implements AutoCloseable {

  final Graph graph = new Graph();
  final DataType type;
  private final Emitter nodes = new Emitter(graph, "model", "", tensor -> false);
  private final List<Output<?>> inputs = new ArrayList<>();

  Model(DataType type) {
    this.type = type;
  }

  List<Output<?>> inputs() {
    return inputs;
  }

  /** An input of a shape that is known before it runs. */
  Output<?> input(long... shape) {
    return input(Shape.of(shape));
  }

  Output<?> input(Shape shape) {
    GraphOperationBuilder builder =
        graph.opBuilder("Placeholder", "input" + inputs.size(), graph.baseScope());
    builder.setAttr("dtype", type).setAttr("shape", shape);
    inputs.add(builder.build().output(0));
    return inputs.get(inputs.size() - 1);
  }

  NodeDraft node(String name) {
    return nodes.node(name);
  }

  Output<?> op(String name, Output<?>... arguments) {
    return nodes.op(name, arguments);
  }

  Output<?> integers(long... values) {
    return nodes.integers(values);
  }

  Output<?> longs(long... values) {
    return nodes.cast(nodes.integers(values), DataType.DT_INT64);
  }

  /** A table of whole numbers with two columns. */
  Output<?> pairs(long... values) {
    return nodes.reshape(nodes.integers(values), nodes.integers(values.length / 2, 2));
  }

  Output<?> integer(int value) {
    return nodes.integer(value);
  }

  Output<?> scalar(double value) {
    return constant(new Value(new long[0], new double[] {value}));
  }

  Output<?> flags(boolean... values) {
    TensorProto.Builder proto = TensorProto.newBuilder().setDtype(DataType.DT_BOOL);
    for (boolean value : values) {
      proto.addBoolVal(value);
    }
    proto.setTensorShape(
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dim.newBuilder().setSize(values.length)));
    AttrValue value = AttrValue.newBuilder().setTensor(proto).build();
    return node("Const").attribute("value", value).attribute("dtype", DataType.DT_BOOL).make();
  }

  Output<?> constant(Value value) {
    return nodes.cast(exact(value), type);
  }

  /** A constant in single precision, whatever the model is in. */
  Output<?> single(Value value) {
    return nodes.cast(exact(value), DataType.DT_FLOAT);
  }

  private Output<?> exact(Value value) {
    TensorProto.Builder proto = TensorProto.newBuilder().setDtype(DataType.DT_DOUBLE);
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long size : value.shape()) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
    }
    for (double number : value.numbers()) {
      proto.addDoubleVal(number);
    }
    AttrValue attribute = AttrValue.newBuilder().setTensor(proto.setTensorShape(shape)).build();
    return node("Const")
        .attribute("value", attribute)
        .attribute("dtype", DataType.DT_DOUBLE)
        .make();
  }

  @Override
  public void close() {
    graph.close();
  }
}
