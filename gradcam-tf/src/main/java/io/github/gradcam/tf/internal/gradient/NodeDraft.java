package io.github.gradcam.tf.internal.gradient;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.GraphOperation;
import org.tensorflow.Output;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;

/** A node that is about to be made. */
final class NodeDraft {

  /**
   * What a node computes.
   *
   * @param type the type of the operation
   * @param inputs the arguments, each of one tensor or a list of them
   * @param lists which of the arguments are lists
   * @param attributes what is said beyond what follows from the inputs
   */
  record Meaning(
      String type,
      List<List<Output<?>>> inputs,
      List<Boolean> lists,
      Map<String, AttrValue> attributes) {}

  private final Emitter emitter;
  private final String type;
  private final List<List<Output<?>>> inputs = new ArrayList<>();
  private final List<Boolean> lists = new ArrayList<>();
  private final Map<String, AttrValue> attributes = new TreeMap<>();

  NodeDraft(Emitter emitter, String type) {
    this.emitter = emitter;
    this.type = type;
  }

  /** Adds arguments of one tensor each. */
  NodeDraft with(Output<?>... tensors) {
    for (Output<?> tensor : tensors) {
      inputs.add(List.of(tensor));
      lists.add(false);
    }
    return this;
  }

  /** Adds one argument that is a list of tensors. */
  NodeDraft withList(List<Output<?>> tensors) {
    inputs.add(List.copyOf(tensors));
    lists.add(true);
    return this;
  }

  NodeDraft attribute(String name, AttrValue value) {
    attributes.put(name, value);
    return this;
  }

  NodeDraft attribute(String name, boolean value) {
    return attribute(name, AttrValue.newBuilder().setB(value).build());
  }

  NodeDraft attribute(String name, long value) {
    return attribute(name, AttrValue.newBuilder().setI(value).build());
  }

  NodeDraft attribute(String name, List<Long> value) {
    AttrValue.ListValue list = AttrValue.ListValue.newBuilder().addAllI(value).build();
    return attribute(name, AttrValue.newBuilder().setList(list).build());
  }

  NodeDraft attribute(String name, DataType value) {
    return attribute(name, AttrValue.newBuilder().setType(value).build());
  }

  NodeDraft attribute(String name, String value) {
    ByteString bytes = ByteString.copyFromUtf8(value);
    return attribute(name, AttrValue.newBuilder().setS(bytes).build());
  }

  /** Takes over attributes of the operation that the way back leads through. */
  NodeDraft copy(Step step, String... names) {
    for (String name : names) {
      attribute(name, step.attribute(name));
    }
    return this;
  }

  /** The node's first output. */
  Output<?> make() {
    return make(0);
  }

  /** One of the node's outputs. */
  Output<?> make(int output) {
    GraphOperation made =
        emitter.made(
            new Meaning(type, List.copyOf(inputs), List.copyOf(lists), Map.copyOf(attributes)));
    return made.output(output);
  }
}
