package io.github.gradcam.tf.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

class TextsTest {

  private static final String[] TEXTS = {"kernel", "", "größer", "x".repeat(300), ""};

  @Test
  void readsWhatTensorFlowsJavaWrites() {
    TensorProto written = written(TEXTS);

    assertThat(written.getStringValCount()).isZero();
    for (int i = 0; i < TEXTS.length; i++) {
      assertThat(Texts.at(written, i)).contains(TEXTS[i]);
    }
    assertThat(Texts.at(written, TEXTS.length)).isEmpty();
  }

  @Test
  void readsWhatPythonWrites() {
    TensorProto.Builder one = TensorProto.newBuilder().setTensorShape(shape(3));
    one.addStringVal(ByteString.copyFromUtf8("all alike"));

    assertThat(Texts.at(one.build(), 2)).contains("all alike");
    assertThat(Texts.at(one.addStringVal(ByteString.copyFromUtf8("second")).build(), 1))
        .contains("second");
  }

  @Test
  void doesNotReadPastTheEnd() {
    TensorProto written = written(TEXTS);
    ByteString whole = written.getTensorContent();
    for (int length = 0; length < whole.size(); length++) {
      TensorProto cut = written.toBuilder().setTensorContent(whole.substring(0, length)).build();
      for (int i = 0; i < TEXTS.length; i++) {
        int text = i;
        assertThat(Texts.at(cut, i))
            .satisfiesAnyOf(
                found -> assertThat(found).isEmpty(),
                found -> assertThat(found).contains(TEXTS[text]));
      }
    }
    assertThat(Texts.at(written.toBuilder().setTensorShape(shape(Long.MAX_VALUE)).build(), 0))
        .isEmpty();
    byte[] endless = "\u00ff\u00ff\u00ff\u00ff\u0007".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(
            Texts.at(
                TensorProto.newBuilder()
                    .setTensorShape(shape(1))
                    .setTensorContent(ByteString.copyFrom(endless))
                    .build(),
                0))
        .isEmpty();
  }

  private static TensorProto written(String... texts) {
    try (Graph graph = new Graph()) {
      Ops.create(graph).withName("texts").constant(NdArrays.vectorOfObjects(texts));
      return graph.toGraphDef().getNodeList().stream()
          .filter(node -> node.getName().equals("texts"))
          .findFirst()
          .orElseThrow()
          .getAttrOrThrow("value")
          .getTensor();
    }
  }

  private static TensorShapeProto shape(long elements) {
    return TensorShapeProto.newBuilder()
        .addDim(TensorShapeProto.Dim.newBuilder().setSize(elements))
        .build();
  }
}
