package io.github.gradcam.tf.internal.graph;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.proto.TensorProto;

/**
 * A constant of texts. Python writes them one by one, a row of equal ones once; Java and C write
 * all lengths, and then all bytes. What is not trusted is not followed further than its end.
 */
final class Texts {

  private Texts() {}

  /**
   * One of the texts.
   *
   * @param texts the constant
   * @param index which one
   * @return the text, or nothing if it is not there
   */
  static Optional<String> at(TensorProto texts, int index) {
    int count = texts.getStringValCount();
    if (count > 0) {
      return Optional.of(texts.getStringVal(Math.min(index, count - 1)).toStringUtf8());
    }
    return packed(texts.getTensorContent(), elements(texts), index);
  }

  private static Optional<String> packed(ByteString content, long elements, int index) {
    if (index >= elements || elements > content.size()) {
      return Optional.empty();
    }
    CodedInputStream in = content.newCodedInput();
    try {
      List<Integer> lengths = new ArrayList<>();
      for (long element = 0; element < elements; element++) {
        lengths.add(in.readRawVarint32());
      }
      for (int before = 0; before < index; before++) {
        in.skipRawBytes(lengths.get(before));
      }
      return Optional.of(ByteString.copyFrom(in.readRawBytes(lengths.get(index))).toStringUtf8());
    } catch (IOException cut) {
      return Optional.empty();
    }
  }

  private static long elements(TensorProto texts) {
    long elements = 1;
    for (var dim : texts.getTensorShape().getDimList()) {
      elements *= Math.max(0, Math.min(dim.getSize(), Integer.MAX_VALUE));
      if (elements > Integer.MAX_VALUE) {
        return 0;
      }
    }
    return elements;
  }
}
