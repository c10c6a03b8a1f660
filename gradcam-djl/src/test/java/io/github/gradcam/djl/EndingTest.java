package io.github.gradcam.djl;

import static io.github.gradcam.djl.Slope.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.model.OutputKind;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The end of a network of blocks")
class EndingTest {

  private static final Tensor ROWS = noise(1, Shape.of(2, 6));

  private final NDManager manager = NDManager.newBaseManager("PyTorch");

  @AfterEach
  void close() {
    manager.close();
  }

  static Stream<Arguments> functions() {
    return Stream.of(
        function("softmax", rows -> rows.softmax(1), OutputKind.LOGITS),
        function("softmax of the last axis", rows -> rows.softmax(-1), OutputKind.LOGITS),
        function("log softmax", rows -> rows.logSoftmax(1), OutputKind.LOGITS),
        function("sigmoid", Activation::sigmoid, OutputKind.SIGMOID_LOGITS));
  }

  private static Arguments function(
      String name, Function<NDArray, NDArray> function, OutputKind kind) {
    return Arguments.of(Named.of(name, function), kind);
  }

  @ParameterizedTest
  @DisplayName("is left out if it is a function that proves to be a softmax or sigmoid")
  @MethodSource("functions")
  void leavesOut(Function<NDArray, NDArray> function, OutputKind kind) {
    SequentialBlock scores = new SequentialBlock().add(Linear.builder().setUnits(4).build());
    SequentialBlock whole =
        new SequentialBlock()
            .add(Blocks.identityBlock())
            .add(new SequentialBlock().add(scores).add(LambdaBlock.singleton(function)));
    initialized(whole);
    try (Model model = DjlModels.of(whole);
        Model before = DjlModels.of(scores)) {
      assertThat(model.outputKind()).isEqualTo(kind);
      assertThat(model.forward(ROWS)).isEqualTo(before.forward(ROWS));
      assertThat(model.layers())
          .extracting(Layer::path)
          .containsExactly(
              "01LambdaBlock",
              "02SequentialBlock.01SequentialBlock.01Linear",
              "02SequentialBlock.01SequentialBlock");
      for (String behind : new String[] {"02SequentialBlock", "02SequentialBlock.02LambdaBlock"}) {
        assertThatExceptionOfType(UnexplainableLayerException.class)
            .isThrownBy(() -> model.hook(behind))
            .withMessageContaining("softmax");
      }
    }
  }

  @Test
  @DisplayName("stays if it is another function, and logits are assumed")
  void keepsOthers() {
    Block whole =
        initialized(
            new SequentialBlock()
                .add(Linear.builder().setUnits(4).build())
                .add(LambdaBlock.singleton(rows -> rows.mul(2).softmax(1).mul(3))));
    try (Model model = DjlModels.of(whole)) {
      assertThat(model.outputKind()).isEqualTo(OutputKind.LOGITS);
      assertThat(sumOfFirstRow(model.forward(ROWS))).isCloseTo(3f, NEAR);
    }
  }

  @Test
  @DisplayName("returns probabilities if a block of the user's own is seen to do so")
  void seesProbabilities() {
    Block linear = Linear.builder().setUnits(4).build();
    UserBlock head = new UserBlock("fc", linear);
    head.body(
        (store, inputs) ->
            new NDList(linear.forward(store, inputs, false).singletonOrThrow().softmax(1)));
    Block whole = initialized(new SequentialBlock().add(Blocks.identityBlock()).add(head));
    try (Model model = DjlModels.of(whole)) {
      assertThat(model.outputKind()).isEqualTo(OutputKind.PROBABILITIES);
      assertThat(sumOfFirstRow(model.forward(ROWS))).isCloseTo(1f, NEAR);
    }
  }

  @Test
  @DisplayName("is looked for inside of TorchScript that stands there, and nowhere else")
  void insideTorchScript() {
    Structure softmax = Structure.of("softmax-traced");
    Block script = BlockConformanceTest.loaded(softmax.file(), "true", manager);
    try (Model last = DjlModels.of(new SequentialBlock().add(Blocks.identityBlock()).add(script));
        Model first = DjlModels.of(new SequentialBlock().add(script).add(Blocks.identityBlock()))) {
      assertThat(last.outputKind()).isEqualTo(OutputKind.LOGITS);
      Structure.assertClose("scores", last.forward(softmax.input()), softmax.output());
      // Here a block goes on with the probabilities, so that they must be what it is given.
      assertThat(sumOfFirstRow(first.forward(softmax.input()))).isCloseTo(1f, NEAR);
    }
  }

  @Test
  @DisplayName("may be several outputs, of which one is picked by its place")
  void severalOutputs() {
    Block whole =
        initialized(
            new SequentialBlock()
                .add(Linear.builder().setUnits(4).build())
                .add(new LambdaBlock(rows -> new NDList(rows.get(0), rows.get(0).mul(2)))));
    Structure tuple = Structure.of("tuple-traced");
    Block script = BlockConformanceTest.loaded(tuple.file(), "true", manager);
    Block around = new SequentialBlock().add(Blocks.identityBlock()).add(script);
    ModelOptions second = ModelOptions.builder().output(1).build();
    try (Model first = DjlModels.of(whole);
        Model other = DjlModels.of(whole, second);
        Model alone = DjlModels.of(script, second);
        Model among = DjlModels.of(around, second)) {
      assertThat(other.forward(ROWS).get(0, 0)).isEqualTo(2 * first.forward(ROWS).get(0, 0));
      assertThat(among.forward(tuple.input())).isEqualTo(alone.forward(tuple.input()));
    }
  }

  private static final org.assertj.core.data.Offset<Float> NEAR =
      org.assertj.core.data.Offset.offset(1e-5f);

  private static float sumOfFirstRow(Tensor output) {
    float sum = 0;
    for (float value : output.item(0).toArray()) {
      sum += value;
    }
    return sum;
  }

  private Block initialized(Block block) {
    block.initialize(manager, DataType.FLOAT32, new ai.djl.ndarray.types.Shape(1, 6));
    return block;
  }
}
