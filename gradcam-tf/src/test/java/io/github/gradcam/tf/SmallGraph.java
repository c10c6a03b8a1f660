package io.github.gradcam.tf;

import com.google.protobuf.ByteString;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NameAttrList;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** A frozen graph, written node by node. Whatever is odd about it is so on purpose. */
final class SmallGraph {

  private final GraphDef.Builder graph = GraphDef.newBuilder();

  /** Images of one channel, {@code x}. */
  static SmallGraph ofImages(int height, int width) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int length : new int[] {-1, height, width, 1}) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(length));
    }
    SmallGraph graph = new SmallGraph();
    graph.graph.addNode(
        NodeDef.newBuilder()
            .setName("x")
            .setOp("Placeholder")
            .putAttr("dtype", typed(DataType.DT_FLOAT))
            .putAttr("shape", AttrValue.newBuilder().setShape(shape).build()));
    return graph;
  }

  /** An input of another type, {@code x}. */
  static SmallGraph of(DataType type) {
    SmallGraph graph = new SmallGraph();
    graph.add(NodeDef.newBuilder().setName("x").setOp("Placeholder"), "dtype", typed(type));
    return graph;
  }

  /** An operation of float32 numbers. */
  SmallGraph node(String name, String op, String... inputs) {
    return add(builder(name, op, inputs), "T", typed(DataType.DT_FLOAT));
  }

  /** An operation with an attribute beside its type. */
  SmallGraph node(String name, String op, String attribute, AttrValue value, String... inputs) {
    return add(builder(name, op, inputs).putAttr("T", typed(DataType.DT_FLOAT)), attribute, value);
  }

  /** Float32 numbers in another type. */
  SmallGraph cast(String name, DataType type, String input) {
    return add(
        builder(name, "Cast", input).putAttr("SrcT", typed(DataType.DT_FLOAT)),
        "DstT",
        typed(type));
  }

  /** An operation that has no type of numbers. */
  SmallGraph untyped(String name, String op, String... inputs) {
    graph.addNode(builder(name, op, inputs));
    return this;
  }

  /** An operation that calls a function. */
  SmallGraph calling(String name, String op, String function, String... inputs) {
    NameAttrList called = NameAttrList.newBuilder().setName(function).build();
    return add(builder(name, op, inputs), "f", AttrValue.newBuilder().setFunc(called).build());
  }

  /** Weights. */
  SmallGraph constant(String name, Tensor value) {
    TensorProto.Builder proto = proto(DataType.DT_FLOAT, value.shape().toArray());
    for (float each : value.toArray()) {
      proto.addFloatVal(each);
    }
    return constant(name, proto);
  }

  /** Whole numbers, such as axes. */
  SmallGraph integers(String name, int... values) {
    TensorProto.Builder proto = proto(DataType.DT_INT32, values.length);
    for (int value : values) {
      proto.addIntVal(value);
    }
    return constant(name, proto);
  }

  /** A variable without dimensions, as TensorFlow 1 has them. */
  SmallGraph variable(String name) {
    TensorShapeProto scalar = TensorShapeProto.getDefaultInstance();
    return add(
        builder(name, "VariableV2").putAttr("dtype", typed(DataType.DT_FLOAT)),
        "shape",
        AttrValue.newBuilder().setShape(scalar).build());
  }

  private SmallGraph constant(String name, TensorProto.Builder value) {
    return add(
        builder(name, "Const").putAttr("dtype", typed(value.getDtype())),
        "value",
        AttrValue.newBuilder().setTensor(value).build());
  }

  private static TensorProto.Builder proto(DataType type, int... lengths) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int length : lengths) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(length));
    }
    return TensorProto.newBuilder().setDtype(type).setTensorShape(shape);
  }

  /** A convolution with strides of 1 that keeps height and width, and its bias. */
  SmallGraph convolution(String scope, Tensor kernel, Tensor bias, String input) {
    AttrValue.ListValue ones =
        AttrValue.ListValue.newBuilder().addAllI(List.of(1L, 1L, 1L, 1L)).build();
    constant(scope + "/kernel", kernel);
    constant(scope + "/bias", bias);
    graph.addNode(
        builder(scope + "/Conv2D", "Conv2D", input, scope + "/kernel")
            .putAttr("T", typed(DataType.DT_FLOAT))
            .putAttr("strides", AttrValue.newBuilder().setList(ones).build())
            .putAttr("padding", text("SAME")));
    return node(scope + "/BiasAdd", "BiasAdd", scope + "/Conv2D", scope + "/bias");
  }

  private SmallGraph add(NodeDef.Builder node, String attribute, AttrValue value) {
    graph.addNode(node.putAttr(attribute, value));
    return this;
  }

  private static NodeDef.Builder builder(String name, String op, String... inputs) {
    return NodeDef.newBuilder().setName(name).setOp(op).addAllInput(List.of(inputs));
  }

  static AttrValue typed(DataType type) {
    return AttrValue.newBuilder().setType(type).build();
  }

  static AttrValue text(String text) {
    return AttrValue.newBuilder().setS(ByteString.copyFromUtf8(text)).build();
  }

  static AttrValue flag(boolean value) {
    return AttrValue.newBuilder().setB(value).build();
  }

  Path write(Path file) {
    try {
      return Files.write(file, graph.build().toByteArray());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** The model, opened from a folder's file. */
  Model open(Path folder) {
    return new TfBackend().open(write(folder.resolve("small.pb")), ModelOptions.defaults());
  }
}
