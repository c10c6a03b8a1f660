package io.github.gradcam.tf.hostile;

import static io.github.gradcam.tf.hostile.Drafts.INPUT;
import static io.github.gradcam.tf.hostile.Drafts.call;
import static io.github.gradcam.tf.hostile.Drafts.function;
import static io.github.gradcam.tf.hostile.Drafts.graph;
import static io.github.gradcam.tf.hostile.Drafts.integers;
import static io.github.gradcam.tf.hostile.Drafts.list;
import static io.github.gradcam.tf.hostile.Drafts.node;
import static io.github.gradcam.tf.hostile.Drafts.number;
import static io.github.gradcam.tf.hostile.Drafts.repeated;
import static io.github.gradcam.tf.hostile.Drafts.shape;
import static io.github.gradcam.tf.hostile.Drafts.text;
import static io.github.gradcam.tf.hostile.Drafts.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.tf.TfBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

@DisplayName("A graph that somebody has prepared")
class HostileGraphsTest {

  @TempDir private Path folder;

  static Stream<Arguments> graphs() {
    return Stream.of(
        arguments("functions in a ring", ring(), "deep"),
        arguments("functions that double", doubling(), "calls functions more than"),
        arguments("calls that read each other", readingEachOther(), "in a ring"),
        arguments("nodes that read each other", loop(), "holds a ring"),
        arguments("long chain", chain(150_000), "more than 120000 operations"),
        arguments("wide sum", sum(70_000), "of 70000 tensors"),
        arguments("no inputs", relu(node -> node.setOp("Softmax").clearInput()), "0 inputs"),
        arguments("no strides", pool("strides", list()), "strides"),
        arguments("stride of zero", pool("strides", list(1L, 0L, 1L, 1L)), "strides"),
        arguments("too few lengths", pool("ksize", list(1L, 2L)), "ksize"),
        arguments("long window", pool("ksize", list(1L, 1L << 40, 1L, 1L)), "ksize"),
        arguments("long name", relu(node -> node.setName("n".repeat(5000))), "names"),
        arguments("many scopes", relu(node -> node.setName("a/".repeat(100) + "b")), "names"),
        arguments("line break in a name", relu(node -> node.setName("a\nb")), "\"a?b\""),
        arguments("unknown type", relu(HostileGraphsTest::unknownType), "unknown here"),
        arguments("many tensors", unpacked(), "of 2147483647 tensors"),
        arguments("number repeated", adding(repeated("c", 1 << 14, 1 << 14)), "repeats"),
        arguments("length below zero", adding(repeated("c", -5)), "no tensor has"),
        arguments("open length", adding(repeated("c", -1)), "leaves a length open"),
        arguments("huge", adding(repeated("c", 1L << 31, 1L << 31)), "no tensor has"),
        arguments("axes", adding(repeated("c", new long[300])), "300 axes"),
        arguments("other type inside", adding(mistyped()), "DT_INT32"),
        arguments("content cut off", adding(cut()), "7 bytes"),
        arguments("permutation of no axes", turned(), "list of numbers that is none"));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("is refused with a reason")
  @MethodSource("graphs")
  void isRefused(String name, GraphDef.Builder graph, String reason) throws IOException {
    assertRefused(graph.build().toByteArray(), reason);
  }

  static Stream<Arguments> files() {
    byte[] node = graph().addNode(node("n", "Relu", INPUT)).build().toByteArray();
    return Stream.of(
        arguments("empty", new byte[0], "neither"),
        arguments("groups in groups", nested(), "too many levels of nesting"),
        arguments("2 GB", bytes(0x0a, 0xff, 0xff, 0xff, 0xff, 0x07, 0x0a, 1, 'a'), "neither"),
        arguments("below zero", bytes(0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f, 0x0a, 1), "neither"),
        arguments("cut off", Arrays.copyOf(node, node.length - 7), "damaged"));
  }

  /** An attribute that begins a group, inside of which another one begins, and so on. */
  private static byte[] nested() {
    byte[] groups = new byte[1_000_000];
    Arrays.fill(groups, (byte) 0x1b);
    ByteString attribute = field(5, ByteString.copyFrom(groups));
    ByteString node = node("n", "Relu", INPUT).build().toByteString();
    ByteString input = graph().clearVersions().build().toByteString();
    return input.concat(field(1, node.concat(attribute))).toByteArray();
  }

  private static ByteString field(int number, ByteString bytes) {
    UnknownFieldSet.Field field =
        UnknownFieldSet.Field.newBuilder().addLengthDelimited(bytes).build();
    return UnknownFieldSet.newBuilder().addField(number, field).build().toByteString();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("may be no graph: it is refused")
  @MethodSource("files")
  void fileIsRefused(String name, byte[] bytes, String reason) throws IOException {
    assertRefused(bytes, reason);
  }

  @Test
  @DisplayName("may settle how large its result is: other images are refused, and the JVM lives on")
  void settledSize() throws IOException {
    GraphDef.Builder graph =
        graph()
            .addNode(integers("sizes", shape(4), 1, 16, 20, 2))
            .addNode(repeated("filter", 3, 3, 2, 3))
            .addNode(
                node("up/conv", "Conv2DBackpropInput", "sizes", "filter", INPUT)
                    .putAttr("strides", list(1L, 2L, 2L, 1L))
                    .putAttr("padding", text("SAME")))
            .addNode(node("up/relu", "Relu", "up/conv"));
    Path file = Files.write(folder.resolve("settled.pb"), graph.build().toByteArray());
    ModelOptions options = ModelOptions.builder().inputShape(Shape.of(3, 8, 10)).build();
    try (Model model = new TfBackend().open(file, options)) {
      assertThat(model.forward(Tensor.zeros(Shape.of(1, 3, 8, 10))).shape())
          .isEqualTo(Shape.of(1, 2, 16, 20));
      for (Shape other : new Shape[] {Shape.of(1, 3, 8, 9), Shape.of(1, 3, 10, 8)}) {
        Tensor images = Tensor.zeros(other);
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> model.forward(images))
            .withMessageContaining(other.toString());
      }
      assertThat(model.layers()).extracting(layer -> layer.path()).containsExactly("up");
    }
  }

  @Test
  @DisplayName("of many nodes is opened and runs, as long as they are not too many")
  void longChain() throws IOException {
    Path file = Files.write(folder.resolve("chain.pb"), chain(2000).build().toByteArray());
    ModelOptions options = ModelOptions.builder().inputShape(Shape.of(3, 2, 2)).build();
    try (Model model = new TfBackend().open(file, options)) {
      assertThat(model.layers()).hasSize(2000);
    }
  }

  private static GraphDef.Builder ring() {
    GraphDef.Builder graph = graph();
    graph
        .getLibraryBuilder()
        .addFunction(function("f", "n:b:0", call("n", "g", "a")))
        .addFunction(function("g", "n:b:0", call("n", "f", "a")));
    return graph.addNode(call("out", "f", INPUT));
  }

  private static GraphDef.Builder doubling() {
    GraphDef.Builder graph = graph();
    for (int i = 0; i < 40; i++) {
      String next = "f" + (i + 1);
      graph
          .getLibraryBuilder()
          .addFunction(function("f" + i, "n:b:0", call("m", next, "a"), call("n", next, "m:b:0")));
    }
    graph.getLibraryBuilder().addFunction(function("f40", "a"));
    return graph.addNode(call("out", "f0", INPUT));
  }

  private static GraphDef.Builder readingEachOther() {
    GraphDef.Builder graph = graph();
    graph.getLibraryBuilder().addFunction(function("f", "a"));
    return graph
        .addNode(call("m", "f", "n"))
        .addNode(call("n", "f", "m"))
        .addNode(node("out", "AddV2", INPUT, "m"));
  }

  private static GraphDef.Builder loop() {
    return graph()
        .addNode(node("m", "AddV2", INPUT, "n"))
        .addNode(node("n", "Relu", "m"))
        .addNode(node("out", "Relu", "n"));
  }

  private static GraphDef.Builder chain(int length) {
    GraphDef.Builder graph = graph();
    String last = INPUT;
    for (int i = 0; i < length; i++) {
      graph.addNode(node("n" + i, "Relu", last));
      last = "n" + i;
    }
    return graph;
  }

  private static GraphDef.Builder sum(int width) {
    NodeDef.Builder sum = node("out", "AddN").putAttr("N", number(width));
    for (int i = 0; i < width; i++) {
      sum.addInput(INPUT);
    }
    return graph().addNode(sum);
  }

  private static GraphDef.Builder relu(Consumer<NodeDef.Builder> change) {
    NodeDef.Builder relu = node("n", "Relu", INPUT);
    change.accept(relu);
    return graph().addNode(relu);
  }

  private static void unknownType(NodeDef.Builder node) {
    node.putAttr("T", AttrValue.newBuilder().setTypeValue(999).build());
  }

  private static GraphDef.Builder pool(String attribute, AttrValue value) {
    return graph()
        .addNode(
            node("n", "MaxPool", INPUT)
                .putAttr("ksize", list(1L, 1L, 1L, 1L))
                .putAttr("strides", list(1L, 1L, 1L, 1L))
                .putAttr("padding", text("SAME"))
                .putAttr(attribute, value));
  }

  private static GraphDef.Builder unpacked() {
    return graph()
        .addNode(
            node("n", "Unpack", INPUT)
                .putAttr("num", number(Integer.MAX_VALUE))
                .putAttr("axis", number(1)))
        .addNode(node("out", "Relu", "n"));
  }

  private static GraphDef.Builder adding(NodeDef.Builder constant) {
    return graph().addNode(constant).addNode(node("out", "AddV2", INPUT, constant.getName()));
  }

  private static NodeDef.Builder mistyped() {
    return integers("c", shape(1), 1).putAttr("dtype", type(DataType.DT_FLOAT));
  }

  private static NodeDef.Builder cut() {
    TensorProto tensor =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_FLOAT)
            .setTensorShape(shape(2))
            .setTensorContent(ByteString.copyFrom(new byte[7]))
            .build();
    return repeated("c", 2).putAttr("value", AttrValue.newBuilder().setTensor(tensor).build());
  }

  private static GraphDef.Builder turned() {
    return graph()
        .addNode(integers("order", shape(), 0))
        .addNode(node("n", "Transpose", INPUT, "order").putAttr("Tperm", type(DataType.DT_INT32)));
  }

  private void assertRefused(byte[] bytes, String reason) throws IOException {
    Path file = Files.write(folder.resolve("hostile.pb"), bytes);
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> new TfBackend().open(file, ModelOptions.defaults()).close())
        .withMessageContaining(reason)
        .satisfies(
            error ->
                assertThat(error.getMessage())
                    .doesNotContain("\n")
                    .endsWith(".")
                    .hasSizeLessThan(2000));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
