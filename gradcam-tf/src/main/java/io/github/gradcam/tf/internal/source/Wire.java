package io.github.gradcam.tf.internal.source;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;

/**
 * Recognises messages by their first fields. They carry no mark of their own, and whole files are
 * too large to be read only to be looked at.
 */
final class Wire {

  /** Enough to be sure. */
  private static final int NODES = 16;

  /** A longer text is no name of an operation. */
  private static final int LONGEST = 4096;

  private Wire() {}

  /** Whether a SavedModel begins here: a version or a graph that has a list of nodes. */
  static boolean isSavedModel(InputStream in) throws IOException {
    try {
      CodedInputStream wire = CodedInputStream.newInstance(in);
      int tag = wire.readTag();
      if (tag
          == tag(SavedModel.SAVED_MODEL_SCHEMA_VERSION_FIELD_NUMBER, WireFormat.WIRETYPE_VARINT)) {
        wire.readInt64();
        tag = wire.readTag();
      }
      if (tag != tag(SavedModel.META_GRAPHS_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
        return false;
      }
      wire.readRawVarint32();
      int inner = wire.readTag();
      int field = WireFormat.getTagFieldNumber(inner);
      return WireFormat.getTagWireType(inner) == WireFormat.WIRETYPE_LENGTH_DELIMITED
          && field >= MetaGraphDef.META_INFO_DEF_FIELD_NUMBER
          && field <= MetaGraphDef.OBJECT_GRAPH_DEF_FIELD_NUMBER;
    } catch (InvalidProtocolBufferException other) {
      return false;
    }
  }

  /**
   * Whether a graph begins here: nodes with a name and an operation. One is enough where the rest
   * is damaged.
   */
  static boolean isGraph(InputStream in) throws IOException {
    int nodes = 0;
    try {
      CodedInputStream wire = CodedInputStream.newInstance(in);
      wire.setSizeLimit(Integer.MAX_VALUE);
      for (int tag = wire.readTag(); tag != 0 && nodes < NODES; tag = wire.readTag()) {
        if (!isPart(tag)) {
          return nodes > 0;
        }
        if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT) {
          wire.skipField(tag);
          continue;
        }
        int length = wire.readRawVarint32();
        if (length < 0 || length > Integer.MAX_VALUE - wire.getTotalBytesRead()) {
          return nodes > 0;
        }
        int limit = wire.pushLimit(length);
        if (WireFormat.getTagFieldNumber(tag) == GraphDef.NODE_FIELD_NUMBER) {
          if (!isNode(wire)) {
            return nodes > 0;
          }
          nodes++;
        }
        wire.skipRawBytes(wire.getBytesUntilLimit());
        wire.popLimit(limit);
      }
      return nodes > 0;
    } catch (InvalidProtocolBufferException other) {
      return nodes > 0;
    }
  }

  private static boolean isNode(CodedInputStream wire) throws IOException {
    return wire.readTag() == tag(NodeDef.NAME_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED)
        && isName(wire)
        && wire.readTag() == tag(NodeDef.OP_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED)
        && isName(wire);
  }

  private static boolean isName(CodedInputStream wire) throws IOException {
    int length = wire.readRawVarint32();
    if (length <= 0 || length > LONGEST) {
      return false;
    }
    for (byte b : wire.readRawBytes(length)) {
      if (b <= ' ' || b > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean isPart(int tag) {
    return tag == tag(GraphDef.NODE_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED)
        || tag == tag(GraphDef.LIBRARY_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED)
        || tag == tag(GraphDef.VERSION_FIELD_NUMBER, WireFormat.WIRETYPE_VARINT)
        || tag == tag(GraphDef.VERSIONS_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED);
  }

  private static int tag(int field, int type) {
    return (field << 3) | type;
  }
}
