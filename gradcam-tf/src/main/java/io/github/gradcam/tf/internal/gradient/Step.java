package io.github.gradcam.tf.internal.gradient;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tensorflow.GraphOperation;
import org.tensorflow.Output;
import org.tensorflow.proto.AttrValue;

/**
 * One operation that the way back leads through.
 *
 * @param operation the operation
 * @param inputs its inputs
 * @param cotangents the cotangents known so far; those of this operation's outputs among them
 * @param emit makes nodes
 */
record Step(
    GraphOperation operation,
    List<Output<?>> inputs,
    Map<Output<?>, Output<?>> cotangents,
    Emitter emit) {

  /** An input. */
  Output<?> x(int input) {
    return inputs.get(input);
  }

  /** The first output. */
  Output<?> y() {
    return y(0);
  }

  /** An output. */
  Output<?> y(int output) {
    return operation.output(output);
  }

  /** The cotangent at the first output. */
  Output<?> dy() {
    return dy(0);
  }

  /** The cotangent at an output: zeros where nothing arrives. */
  Output<?> dy(int output) {
    Output<?> tensor = y(output);
    Output<?> cotangent = cotangents.get(tensor);
    return cotangent == null ? emit.zeros(tensor) : cotangent;
  }

  /** The cotangents at all outputs. */
  List<Output<?>> dys() {
    return IntStream.range(0, operation.numOutputs()).<Output<?>>mapToObj(this::dy).toList();
  }

  AttrValue attribute(String name) {
    return operation.attributes().getAttrValueProto(name);
  }

  boolean flag(String name) {
    return attribute(name).getB();
  }

  String text(String name) {
    return attribute(name).getS().toStringUtf8();
  }

  List<Long> integers(String name) {
    return attribute(name).getList().getIList();
  }

  /** The error that says why no gradient leads through this operation. */
  UnsupportedGradientException unsupported(String reason) {
    return new UnsupportedGradientException(operation.type(), operation.name(), reason);
  }
}
