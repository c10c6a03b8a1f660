package io.github.gradcam.tf.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.tf.internal.graph.FlatGraph;
import io.github.gradcam.tf.internal.graph.Node;
import io.github.gradcam.tf.internal.graph.Ref;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.proto.VersionDef;

@DisplayName("The engine's fusing of operations")
class FusionTest {

  @ParameterizedTest(name = "{0}")
  @DisplayName("stays on for what most networks are made of")
  @CsvSource({
    "VGG, x=Placeholder a=Conv2D:x:w b=BiasAdd:a:w c=Relu:b d=MaxPool:c e=MatMul:d:w f=BiasAdd:e:w",
    "ResNet, x=Placeholder a=Conv2D:x:w b=FusedBatchNormV3:a:w c=Relu:b d=AddV2:b:c e=Relu:d",
    "MobileNet, x=Placeholder a=DepthwiseConv2dNative:x:w b=Mul:a:w c=AddV2:b:w d=Relu6:c",
    "a gate beside it, x=Placeholder a=Conv2D:x:w b=Sigmoid:w c=Mul:a:b"
  })
  void harmless(String what, String nodes) {
    assertThat(Fusion.mayLoseTensors(graph(nodes))).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("is off where it would take away what a run asks for")
  @CsvSource({
    "a biased sum, x=Placeholder a=Conv2D:x:w b=BiasAdd:a:w c=AddV2:b:x d=Relu:c",
    "the same within taps, x=Placeholder a=Conv2D:x:w b=BiasAdd:a:w c=Identity:b d=AddV2:x:c",
    "a swish, x=Placeholder a=Conv2D:x:w b=Sigmoid:a c=Mul:a:b",
    "a hard swish, x=Placeholder a=AddV2:x:w b=Relu6:a c=Mul:b:w d=Mul:x:c",
    "a Gelu, x=Placeholder a=Erf:x"
  })
  void harmful(String what, String nodes) {
    assertThat(Fusion.mayLoseTensors(graph(nodes))).isTrue();
  }

  /** Nodes as {@code name=Operation:input:input}; the last is the output, {@code w} a weight. */
  private static FlatGraph graph(String text) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    Ref last = new Ref("x", 0);
    for (String node : ("w=Const " + text).split(" ")) {
      String[] parts = node.split("[=:]");
      nodes.put(
          parts[0],
          new Node(
              parts[0],
              parts[0],
              parts[1],
              Stream.of(parts).skip(2).map(name -> new Ref(name, 0)).toList(),
              Map.of()));
      last = new Ref(parts[0], 0);
    }
    return new FlatGraph(nodes, new Ref("x", 0), last, VersionDef.getDefaultInstance());
  }
}
