package io.github.gradcam.djl;

import static io.github.gradcam.djl.Slope.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.AbstractSymbolBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.ParameterList;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.github.gradcam.error.DeviceUnavailableException;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.error.UnsupportedOperationInModelException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A block that cannot be explained")
class UnusableBlockTest {

  private static final Tensor ROWS = noise(1, Shape.of(2, 6));
  private static final ai.djl.ndarray.types.Shape SHAPE = new ai.djl.ndarray.types.Shape(1, 6);

  private final NDManager manager = NDManager.newBaseManager("PyTorch");

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  @DisplayName("may have no parameters yet")
  void uninitialized() {
    assertRefused(
        new SequentialBlock().add(linear()), "01Linear.weight", "no values yet", "initialize");
  }

  @Test
  @DisplayName("may have been closed, as blocks or as TorchScript")
  void closed() {
    NDManager short1 = manager.newSubManager();
    Block tree = new SequentialBlock().add(linear());
    tree.initialize(short1, DataType.FLOAT32, SHAPE);
    Block script = BlockConformanceTest.loaded(FineTuned.BODY, "true", short1);
    short1.close();
    assertRefused(tree, "01Linear.weight", "closed");
    assertRefused(script, "closed");
    assertRefused(new SequentialBlock().add(script), "01PtSymbolBlock", "closed");
  }

  @Test
  @DisplayName("may be a model that has no block")
  void noBlock() {
    try (ai.djl.Model empty = ai.djl.Model.newInstance("empty", "PyTorch")) {
      assertThatExceptionOfType(ModelOpenException.class)
          .isThrownBy(() -> DjlModels.of(empty))
          .withMessageContaining("\"empty\" has no block");
    }
  }

  @Test
  @DisplayName("may belong to another engine")
  void otherEngine() {
    assertRefused(new SequentialBlock().add(new Foreign()), "01Foreign", "another engine");
  }

  @Test
  @DisplayName("may have weights of another type than float32")
  void otherType() {
    Block block = new SequentialBlock().add(linear());
    block.initialize(manager, DataType.FLOAT64, SHAPE);
    assertRefused(block, "01Linear.weight", "float64");
  }

  @Test
  @DisplayName("may hold TorchScript where it would be run unseen; a tap around it is enough")
  void scriptInContainer() {
    Structure residual = Structure.of("residual-traced");
    Block script = BlockConformanceTest.loaded(residual.file(), "true", manager);
    assertRefused(
        new SequentialBlock().add(new UserBlock("body", script)),
        "01UserBlock.01body",
        "DjlModels.tap");
    Block tapped = new SequentialBlock().add(new UserBlock("body", DjlModels.tap(script)));
    try (Model model = DjlModels.of(tapped);
        Capture capture = model.hook("01UserBlock.01body.conv1").forward(residual.input())) {
      Structure.assertClose(
          "gradient",
          capture.gradients(residual.cotangent()).get("01UserBlock.01body.conv1"),
          residual.of("grad", "conv1"));
    }
  }

  @Test
  @DisplayName("may be TorchScript before other blocks that returns more than a tensor")
  void scriptOfTuples() {
    Block script =
        BlockConformanceTest.loaded(Structure.of("tuple-traced").file(), "true", manager);
    assertRefused(
        new SequentialBlock().add(script).add(Blocks.identityBlock()), "return one tensor");
  }

  @Test
  @DisplayName("may compute with parameters that it has not registered")
  void unregistered() {
    Parameter hidden =
        Parameter.builder()
            .setName("hidden")
            .setType(Parameter.Type.GAMMA)
            .optShape(new ai.djl.ndarray.types.Shape(6))
            .build();
    hidden.initialize(manager, DataType.FLOAT32);
    UserBlock block = new UserBlock("fc", linear());
    block.body((store, inputs) -> scaled(inputs, store.getValue(hidden, device(inputs), false)));
    assertFailsInUse(initialized(block), "\"hidden\"", "addParameter");
  }

  @Test
  @DisplayName("may run a tapped block that is nobody's child")
  void tapOfNobody() {
    Block script = BlockConformanceTest.loaded(FineTuned.BODY, "true", manager);
    Block lost = DjlModels.tap(script);
    UserBlock block = new UserBlock("fc", linear());
    block.body((store, inputs) -> lost.forward(store, inputs, false));
    assertFailsInUse(initialized(block), "tapped PtSymbolBlock", "addChildBlock");
  }

  @Test
  @DisplayName("may compute with its own parameters past the store, while they are in training")
  void pastTheStore() {
    UserBlock block = new UserBlock("fc", linear());
    Parameter scale = block.parameter("scale", new ai.djl.ndarray.types.Shape(6));
    block.body((store, inputs) -> scaled(inputs, scale.getArray()));
    Block whole = initialized(new SequentialBlock().add(Blocks.identityBlock()).add(block));
    assertFailsInUse(whole, "\"02UserBlock\" (UserBlock)", "parameterStore.getValue");
    try (Model model = DjlModels.of(whole)) {
      assertThatExceptionOfType(UnsupportedOperationInModelException.class)
          .isThrownBy(() -> model.hook("02UserBlock").forward(ROWS))
          .withMessageContaining("A block before the layer \"02UserBlock\"");
    }
  }

  @Test
  @DisplayName("may hand on several tensors, which are no layer, though others in it are")
  void severalTensors() {
    Block block =
        initialized(
            new SequentialBlock()
                .add(linear())
                .add(new LambdaBlock(list -> new NDList(list.get(0), list.get(0).mul(2))))
                .add(new LambdaBlock(list -> new NDList(list.get(0).add(list.get(1))))));
    try (Model model = DjlModels.of(block)) {
      assertThat(model.layers()).extracting("path").containsExactly("01Linear", "03LambdaBlock");
      assertThatExceptionOfType(UnexplainableLayerException.class)
          .isThrownBy(() -> model.hook("02LambdaBlock").forward(ROWS))
          .withMessageContaining("2 tensors");
    }
  }

  @Test
  @DisplayName("may cut the way back: the layer before the cut is named, and no zeros come out")
  void cut() {
    Block block =
        initialized(
            new SequentialBlock()
                .add(linear())
                .add(LambdaBlock.singleton(NDArray::stopGradient))
                .add(Linear.builder().setUnits(2).build()));
    try (Model model = DjlModels.of(block);
        Capture capture = model.hook("01Linear").forward(ROWS)) {
      assertThatExceptionOfType(UnexplainableLayerException.class)
          .isThrownBy(() -> capture.gradients(noise(2, Shape.of(2, 2))))
          .satisfies(error -> assertThat(error.layer()).isEqualTo("01Linear"));
    }
  }

  @Test
  @DisplayName("may be wanted on a device that is not there")
  void missingDevice() {
    ModelOptions elsewhere = ModelOptions.builder().device(Device.gpu(4095)).build();
    assertThatExceptionOfType(DeviceUnavailableException.class)
        .isThrownBy(() -> DjlModels.of(initialized(linear()), elsewhere))
        .withMessageContaining("gpu(4095)");
  }

  @Test
  @DisplayName("may lack the output that is wanted")
  void missingOutput() {
    Block block = initialized(new SequentialBlock().add(linear()));
    try (Model model = DjlModels.of(block, ModelOptions.builder().output(1).build())) {
      assertThatExceptionOfType(UnsupportedOperationInModelException.class)
          .isThrownBy(() -> model.forward(ROWS))
          .withMessageContaining("place 1");
    }
  }

  private static void assertRefused(Block block, String... words) {
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> DjlModels.of(block).close())
        .satisfies(error -> assertThat(error.getMessage()).contains(words));
  }

  private static void assertFailsInUse(Block block, String... words) {
    try (Model model = DjlModels.of(block)) {
      assertThatExceptionOfType(UnsupportedOperationInModelException.class)
          .isThrownBy(model::layers)
          .satisfies(error -> assertThat(error.getMessage()).contains(words));
    }
  }

  private static NDList scaled(NDList inputs, NDArray scale) {
    return new NDList(inputs.singletonOrThrow().mul(scale));
  }

  private static ai.djl.Device device(NDList inputs) {
    return inputs.singletonOrThrow().getDevice();
  }

  private static Linear linear() {
    return Linear.builder().setUnits(6).build();
  }

  private Block initialized(Block block) {
    block.initialize(manager, DataType.FLOAT32, SHAPE);
    return block;
  }

  /** Stands for a network that another engine has loaded. */
  private static final class Foreign extends AbstractSymbolBlock {
    @Override
    public ParameterList getDirectParameters() {
      return new ParameterList();
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
      return inputs;
    }
  }
}
