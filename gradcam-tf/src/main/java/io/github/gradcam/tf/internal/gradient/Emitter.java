package io.github.gradcam.tf.internal.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.GraphOperationBuilder;
import org.tensorflow.Output;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Adds nodes to the graph; what is there already is not made a second time. */
final class Emitter {

  /** They look at how large a tensor is, not at what is in it. */
  private static final Set<String> SHAPES = Set.of("Shape", "ShapeN", "Size", "Rank");

  private final Graph graph;
  private final String scope;
  private final String device;
  private final Map<NodeDraft.Meaning, GraphOperation> nodes = new HashMap<>();
  private final Set<GraphOperation> made = new HashSet<>();
  private final Predicate<Output<?>> dependent;
  private final Map<Output<?>, Output<?>> standIns = new HashMap<>();
  private final Map<Output<?>, Output<?>> sources = new HashMap<>();

  Emitter(Graph graph, String scope, String device, Predicate<Output<?>> dependent) {
    this.graph = graph;
    this.scope = scope;
    this.device = device;
    this.dependent = dependent;
  }

  NodeDraft node(String type) {
    return new NodeDraft(this, type);
  }

  /** A node of arguments alone. */
  Output<?> op(String type, Output<?>... inputs) {
    return node(type).with(inputs).make();
  }

  /** Whether the operation is one of this emitter's nodes. */
  boolean isMade(GraphOperation operation) {
    return made.contains(operation);
  }

  GraphOperation made(NodeDraft.Meaning meaning) {
    GraphOperation known = nodes.get(meaning);
    if (known == null) {
      // Not in one step with the look: it may make other nodes, too.
      known = build(meaning);
      nodes.put(meaning, known);
    }
    return known;
  }

  /** A node that hands a tensor on, another one each time. */
  Output<?> alias(Output<?> tensor) {
    List<List<Output<?>>> inputs = List.of(List.of(tensor));
    return build(new NodeDraft.Meaning("Identity", inputs, List.of(false), Map.of())).output(0);
  }

  private GraphOperation build(NodeDraft.Meaning meaning) {
    String name = scope + "/" + meaning.type() + "_" + made.size();
    GraphOperationBuilder builder = graph.opBuilder(meaning.type(), name, graph.baseScope());
    for (int i = 0; i < meaning.inputs().size(); i++) {
      boolean measures = SHAPES.contains(meaning.type());
      List<Output<?>> tensors = new ArrayList<>(meaning.inputs().get(i));
      tensors.replaceAll(tensor -> measures && isOfModel(tensor) ? tensor : standIn(tensor));
      if (meaning.lists().get(i)) {
        builder.addInputList(tensors.toArray(Output<?>[]::new));
      } else {
        builder.addInput(tensors.get(0));
      }
    }
    meaning.attributes().forEach(builder::setAttr);
    builder.setDevice(device);
    GraphOperation operation = builder.build();
    made.add(operation);
    return operation;
  }

  /**
   * What a node reads for a tensor. Where the tensor depends on the model's inputs it is a
   * placeholder: left connected, the engine would compute parts of the model again, and folds even
   * what it is fed.
   */
  private Output<?> standIn(Output<?> tensor) {
    GraphOperation source = Forward.source(tensor);
    boolean measured =
        made.contains(source)
            && SHAPES.contains(source.type())
            && source.inputs().stream().anyMatch(input -> isOfModel(input.asOutput()));
    if (!measured && !isOfModel(tensor)) {
      return tensor;
    }
    Output<?> known = standIns.get(tensor);
    if (known == null) {
      known =
          node("Placeholder")
              .attribute("dtype", Numbers.type(tensor))
              .attribute("shape", Dimensions.attribute(tensor))
              // Each its own, though alike.
              .attribute("_of", source.name() + ":" + tensor.index())
              .make();
      standIns.put(tensor, known);
      sources.put(known, tensor);
    }
    return known;
  }

  /** Whether a tensor is the model's, and the same in every run. */
  boolean isWeight(Output<?> tensor) {
    return !made.contains(Forward.source(tensor)) && !dependent.test(tensor);
  }

  private boolean isOfModel(Output<?> tensor) {
    return !made.contains(Forward.source(tensor)) && dependent.test(tensor);
  }

  /** The tensor that a placeholder stands for, or null if it is something else. */
  @Nullable Output<?> standsFor(Output<?> placeholder) {
    return sources.get(placeholder);
  }

  /** A number of the type of a tensor's elements. */
  Output<?> scalar(double value, Output<?> like) {
    DataType type = Numbers.type(like);
    if (type == DataType.DT_DOUBLE) {
      return constant(type, TensorProto.newBuilder().addDoubleVal(value));
    } else if (type == DataType.DT_INT32) {
      return constant(type, TensorProto.newBuilder().addIntVal((int) value));
    } else if (type == DataType.DT_INT64) {
      return constant(type, TensorProto.newBuilder().addInt64Val((long) value));
    }
    TensorProto.Builder proto = TensorProto.newBuilder().addFloatVal((float) value);
    return cast(constant(DataType.DT_FLOAT, proto), type);
  }

  /** A whole number without dimensions. */
  Output<?> integer(int value) {
    return constant(DataType.DT_INT32, TensorProto.newBuilder().addIntVal(value));
  }

  /** A vector of whole numbers. */
  Output<?> integers(long... values) {
    TensorProto.Builder proto = TensorProto.newBuilder();
    LongStream.of(values).forEach(value -> proto.addIntVal(Math.toIntExact(value)));
    proto.setTensorShape(shapeOf(values.length));
    return constant(DataType.DT_INT32, proto);
  }

  private Output<?> constant(DataType type, TensorProto.Builder proto) {
    AttrValue value = AttrValue.newBuilder().setTensor(proto.setDtype(type)).build();
    return node("Const").attribute("value", value).attribute("dtype", type).make();
  }

  private static TensorShapeProto shapeOf(long... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    Arrays.stream(sizes)
        .forEach(size -> shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size)));
    return shape.build();
  }

  /** The tensor in another type; itself if it is of that type. */
  Output<?> cast(Output<?> tensor, DataType type) {
    return Numbers.type(tensor) == type
        ? tensor
        : node("Cast").with(tensor).attribute("DstT", type).make();
  }

  /** The shape of a tensor: a constant where it is known, so that it need not be kept. */
  Output<?> shape(Output<?> tensor) {
    return Dimensions.areKnown(tensor) ? integers(tensor.shape().asArray()) : op("Shape", tensor);
  }

  /** The number of a tensor's elements. */
  Output<?> size(Output<?> tensor) {
    return op("Prod", shape(tensor), integer(0));
  }

  /** The shape of a tensor, in the type of another. */
  Output<?> shape(Output<?> tensor, Output<?> like) {
    return cast(shape(tensor), Numbers.type(like));
  }

  /** Zeros, shaped as a tensor whose values are not looked at. */
  Output<?> zeros(Output<?> like) {
    return op("Fill", shape(like), scalar(0, like));
  }

  Output<?> reshape(Output<?> tensor, Output<?> shape) {
    return op("Reshape", tensor, shape);
  }

  /** A vector of a tensor's elements. */
  Output<?> flat(Output<?> tensor) {
    return reshape(tensor, integers(-1));
  }
}
