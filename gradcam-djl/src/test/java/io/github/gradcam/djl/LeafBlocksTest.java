package io.github.gradcam.djl;

import static io.github.gradcam.djl.Slope.noise;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.LayoutType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.convolutional.Conv3d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.core.LinearCollection;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.GhostBatchNorm;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.transformer.ScaledDotProductAttentionBlock;
import ai.djl.nn.transformer.TransformerEncoderBlock;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.NormalInitializer;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("DJL's own blocks")
class LeafBlocksTest {

  private static final Shape IMAGE = new Shape(2, 4, 6, 6);
  private static final Shape ROWS = new Shape(2, 5, 4);

  private final NDManager manager = NDManager.newBaseManager("PyTorch");

  @AfterEach
  void close() {
    manager.close();
  }

  static Stream<Arguments> blocks() {
    Shape three = new Shape(3, 3);
    return Stream.of(
        of(Conv1d.builder().setKernelShape(new Shape(3)).setFilters(3).build(), ROWS),
        of(Conv2d.builder().setKernelShape(three).setFilters(4).optGroups(2).build(), IMAGE),
        of(
            Conv3d.builder().setKernelShape(new Shape(2, 2, 2)).setFilters(3).build(),
            new Shape(2, 2, 4, 4, 4)),
        of(Linear.builder().setUnits(3).build(), ROWS),
        of(LinearCollection.builder().setUnits(3).build(), ROWS),
        of(BatchNorm.builder().build(), IMAGE),
        of(GhostBatchNorm.builder().optVirtualBatchSize(1).build(), IMAGE),
        of(LayerNorm.builder().build(), IMAGE),
        of(Dropout.builder().optRate(0.5f).build(), IMAGE),
        of(Pool.avgPool2dBlock(three), IMAGE),
        of(Pool.lpPool2dBlock(2, three), IMAGE),
        of(Activation.geluBlock(), IMAGE),
        of(recurrent(LSTM.builder()), sequence()),
        of(recurrent(GRU.builder()), sequence()),
        of(
            ScaledDotProductAttentionBlock.builder().setEmbeddingSize(4).setHeadCount(2).build(),
            ROWS),
        of(new TransformerEncoderBlock(4, 2, 6, 0.5f, Activation::gelu), ROWS));
  }

  private static Arguments of(Block block, Shape shape) {
    String name = block.getClass().getSimpleName();
    return Arguments.of(Named.of(name.isEmpty() ? "recurrent" : name, block), shape);
  }

  private static Block recurrent(ai.djl.nn.recurrent.RecurrentBlock.BaseBuilder<?> builder) {
    builder.setStateSize(3).setNumLayers(1);
    return builder instanceof LSTM.Builder lstm ? lstm.build() : ((GRU.Builder) builder).build();
  }

  private static Shape sequence() {
    return new Shape(
        new long[] {2, 5, 4},
        new LayoutType[] {LayoutType.BATCH, LayoutType.TIME, LayoutType.CHANNEL});
  }

  @ParameterizedTest
  @DisplayName("compute with the copies what they compute without, and gradients lead through them")
  @MethodSource("blocks")
  void computeAlike(Block leaf, Shape shape) {
    Block block = new SequentialBlock().add(leaf);
    block.setInitializer(
        new NormalInitializer(0.5f),
        parameter ->
            parameter.getType() != null
                && parameter.getType() != ai.djl.nn.Parameter.Type.RUNNING_VAR);
    block.initialize(manager, DataType.FLOAT32, shape);
    byte[] before = BlockState.of(block);
    int[] lengths = Arrays.stream(shape.getShape()).mapToInt(Math::toIntExact).toArray();
    Tensor input = noise(1, io.github.gradcam.tensor.Shape.of(lengths));
    Tensor expected = forward(block, input, shape);
    try (Model model = DjlModels.of(block)) {
      Structure.assertClose("output", model.forward(input), expected);
      try (Capture capture = model.hook("@input").forward(input)) {
        Structure.assertClose("output of a pass", capture.output(), expected);
      }
      Slope.assertGradient(model, "@input", Tensor.stack(java.util.List.of(input.item(0))));
    }
    assertThat(BlockState.of(block)).isEqualTo(before);
  }

  private Tensor forward(Block block, Tensor input, Shape shape) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray array = scope.create(input.toArray(), shape);
      NDArray output =
          block
              .forward(new ParameterStore(scope, false), new NDList(array), false)
              .singletonOrThrow();
      int[] lengths =
          Arrays.stream(output.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
      return Tensor.of(io.github.gradcam.tensor.Shape.of(lengths), output.toFloatArray());
    }
  }
}
