package io.github.gradcam.tf.hostile;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.stream.LongStream;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Parts of graphs that are written by hand. */
final class Drafts {

  /** What a graph reads that has the input {@code x}. */
  static final String INPUT = "x";

  private Drafts() {}

  /** A graph with the input {@link #INPUT} of images. */
  static GraphDef.Builder graph() {
    GraphDef.Builder graph = GraphDef.newBuilder();
    graph.getVersionsBuilder().setProducer(1882);
    return graph.addNode(
        NodeDef.newBuilder()
            .setName(INPUT)
            .setOp("Placeholder")
            .putAttr("dtype", type(DataType.DT_FLOAT))
            .putAttr("shape", AttrValue.newBuilder().setShape(shape(-1, -1, -1, 3)).build()));
  }

  /** A node on floating point numbers. */
  static NodeDef.Builder node(String name, String op, String... inputs) {
    return NodeDef.newBuilder()
        .setName(name)
        .setOp(op)
        .addAllInput(List.of(inputs))
        .putAttr("T", type(DataType.DT_FLOAT));
  }

  /** A call of a function. */
  static NodeDef.Builder call(String name, String function, String... inputs) {
    return NodeDef.newBuilder().setName(name).setOp(function).addAllInput(List.of(inputs));
  }

  /** A function of one tensor {@code a}. */
  static FunctionDef.Builder function(String name, String returned, NodeDef.Builder... nodes) {
    FunctionDef.Builder function = FunctionDef.newBuilder().putRet("b", returned);
    for (NodeDef.Builder node : nodes) {
      function.addNodeDef(node);
    }
    return function.setSignature(
        OpDef.newBuilder()
            .setName(name)
            .addInputArg(OpDef.ArgDef.newBuilder().setName("a").setType(DataType.DT_FLOAT))
            .addOutputArg(OpDef.ArgDef.newBuilder().setName("b").setType(DataType.DT_FLOAT)));
  }

  /** A constant of whole numbers. */
  static NodeDef.Builder integers(String name, TensorShapeProto shape, int... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setDtype(DataType.DT_INT32).setTensorShape(shape);
    for (int value : values) {
      tensor.addIntVal(value);
    }
    return constant(name, tensor);
  }

  /** A constant of one number, again and again. */
  static NodeDef.Builder repeated(String name, long... lengths) {
    return constant(
        name,
        TensorProto.newBuilder()
            .setDtype(DataType.DT_FLOAT)
            .setTensorShape(shape(lengths))
            .addFloatVal(1));
  }

  private static NodeDef.Builder constant(String name, TensorProto.Builder tensor) {
    return NodeDef.newBuilder()
        .setName(name)
        .setOp("Const")
        .putAttr("dtype", type(tensor.getDtype()))
        .putAttr("value", AttrValue.newBuilder().setTensor(tensor).build());
  }

  static TensorShapeProto shape(long... lengths) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    LongStream.of(lengths)
        .forEach(length -> shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(length)));
    return shape.build();
  }

  static AttrValue type(DataType type) {
    return AttrValue.newBuilder().setType(type).build();
  }

  static AttrValue number(long number) {
    return AttrValue.newBuilder().setI(number).build();
  }

  static AttrValue text(String text) {
    return AttrValue.newBuilder().setS(ByteString.copyFromUtf8(text)).build();
  }

  static AttrValue list(Long... numbers) {
    return AttrValue.newBuilder()
        .setList(AttrValue.ListValue.newBuilder().addAllI(List.of(numbers)))
        .build();
  }
}
