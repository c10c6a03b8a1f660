package io.github.gradcam.tf.internal.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/**
 * An operation of a flat graph.
 *
 * @param name its name, unique in the graph
 * @param label what TensorFlow's users call it: its name in the file, with that of the scope in
 *     which its function is called; not unique where a function is called twice
 * @param op its type, such as {@code Conv2D}
 * @param inputs what it reads
 * @param attributes its attributes; those left out have their default
 */
public record Node(
    String name, String label, String op, List<Ref> inputs, Map<String, AttrValue> attributes) {

  /** The same operation reading other tensors. */
  public Node reading(List<Ref> others) {
    return new Node(name, label, op, others, attributes);
  }

  /** An operation of another type, under another name, that reads one tensor and passes it on. */
  public static Node passing(String name, String label, Ref input, DataType type) {
    AttrValue typed = AttrValue.newBuilder().setType(type).build();
    return new Node(name, label, "Identity", List.of(input), Map.of("T", typed));
  }

  /** Its first output. */
  public Ref first() {
    return new Ref(name, 0);
  }

  /** An attribute that is a type, if the file gives it. */
  public Optional<DataType> type(String attribute) {
    return Optional.ofNullable(attributes.get(attribute)).map(AttrValue::getType);
  }

  /** An attribute that is a text, if the file gives it. */
  public Optional<String> text(String attribute) {
    return Optional.ofNullable(attributes.get(attribute))
        .map(value -> value.getS().toStringUtf8())
        .filter(text -> !text.isEmpty());
  }

  /** The last part of the label, which stands for the operation itself. */
  public String leaf() {
    return label.substring(label.lastIndexOf('/') + 1);
  }

  NodeDef toProto(String device) {
    NodeDef.Builder proto = NodeDef.newBuilder().setName(name).setOp(op).setDevice(device);
    inputs.forEach(input -> proto.addInput(input.toString()));
    return proto.putAllAttr(attributes).build();
  }
}
