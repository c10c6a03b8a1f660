package io.github.gradcam.tf.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.OutputChoice;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

@DisplayName("Of several outputs, where none is named")
class SignaturesTest {

  @Test
  @DisplayName("one that is called like scores is taken")
  void byName() {
    assertThat(
            chosen(
                SignatureDef.newBuilder()
                    .putOutputs("features", output("f:0", DataType.DT_FLOAT, 64))
                    .putOutputs("logits", output("l:0", DataType.DT_FLOAT, 1))))
        .isEqualTo("l:0");
  }

  @Test
  @DisplayName("one of several numbers is taken before a single number, as an age is")
  void severalNumbers() {
    assertThat(
            chosen(
                SignatureDef.newBuilder()
                    .putOutputs("age", output("a:0", DataType.DT_FLOAT, 1))
                    .putOutputs("breed", output("b:0", DataType.DT_FLOAT, 5))
                    .putOutputs("zone", output("z:0", DataType.DT_FLOAT, 7))))
        .isEqualTo("b:0");
  }

  @Test
  @DisplayName("a single number is taken before a text")
  void singleNumber() {
    assertThat(
            chosen(
                SignatureDef.newBuilder()
                    .putOutputs("a-label", output("t:0", DataType.DT_STRING, 5))
                    .putOutputs("risk", output("r:0", DataType.DT_FLOAT, 1))))
        .isEqualTo("r:0");
  }

  private static String chosen(SignatureDef.Builder signature) {
    MetaGraphDef graph =
        MetaGraphDef.newBuilder().putSignatureDef("serving_default", signature.build()).build();
    return Signatures.output(graph, Optional.empty(), new OutputChoice.Automatic());
  }

  private static TensorInfo output(String name, DataType type, int numbers) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(-1));
    shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(numbers));
    return TensorInfo.newBuilder().setName(name).setDtype(type).setTensorShape(shape).build();
  }
}
