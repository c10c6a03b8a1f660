package io.github.gradcam.djl;

import static io.github.gradcam.djl.Slope.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.util.Pair;
import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.tck.FixtureNetwork;
import io.github.gradcam.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A tap")
class TapTest {

  private static final Shape ROWS = new Shape(4, 6);
  private static final Tensor IMAGES = noise(1, FixtureNetwork.RESIDUAL.input().batch(2));
  private static final Tensor COTANGENT = noise(2, io.github.gradcam.tensor.Shape.of(2, 5));

  private final NDManager manager = NDManager.newBaseManager("PyTorch");

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  @DisplayName("changes no parameter's name and no training: the saved bytes are the same")
  void trainsAsWithout() throws Exception {
    byte[] plain = trained(block -> block);
    byte[] tapped = trained(DjlModels::tap);
    assertThat(tapped).isEqualTo(plain);
    Block loaded = network(DjlModels::tap);
    loaded.loadParameters(manager, new DataInputStream(new ByteArrayInputStream(plain)));
    Block expected = network(block -> block);
    expected.loadParameters(manager, new DataInputStream(new ByteArrayInputStream(tapped)));
    assertThat(loaded.getParameters().keys()).isEqualTo(expected.getParameters().keys());
    assertThat(BlockState.of(loaded)).isEqualTo(BlockState.of(expected));
  }

  @Test
  @DisplayName("in a container of the user's own shows the layers that DJL's containers show")
  void showsWhatContainersShow() {
    Map<String, String> same =
        Map.of(
            "01Conv2d", "01Conv2d",
            "04ResidualUnit.01conv1", "04ParallelBlock.01SequentialBlock.01Conv2d",
            "04ResidualUnit.05bn2", "04ParallelBlock.01SequentialBlock.05BatchNorm",
            "04ResidualUnit", "04ParallelBlock");
    try (io.github.gradcam.model.Model tapped =
            DjlModels.of(BlockNetworks.of(FixtureNetwork.RESIDUAL, manager));
        io.github.gradcam.model.Model forked = DjlModels.of(BlockNetworks.forked(manager))) {
      same.forEach(
          (mine, djls) -> {
            try (Capture one = tapped.hook(mine).forward(IMAGES);
                Capture other = forked.hook(djls).forward(IMAGES)) {
              assertThat(one.activations(mine)).isEqualTo(other.activations(djls));
              assertThat(one.gradients(COTANGENT).get(mine))
                  .isEqualTo(other.gradients(COTANGENT).get(djls));
            }
          });
    }
  }

  @Test
  @DisplayName("around containers and TorchScript shows what is in them, at each call")
  void showsInsides() {
    Structure residual = Structure.of("residual-traced");
    Block script = BlockConformanceTest.loaded(residual.file(), "false", manager);
    Block chain =
        new SequentialBlock()
            .add(BlockNetworks.conv(2, true))
            .add(new SequentialBlock().add(BlockNetworks.norm()));
    Block twice = DjlModels.tap(chain);
    UserBlock unit = new UserBlock("unit", twice);
    unit.body((store, in) -> twice.forward(store, twice.forward(store, in, false), false));
    Block whole = new SequentialBlock().add(unit).add(new UserBlock("body", DjlModels.tap(script)));
    unit.initialize(manager, DataType.FLOAT32, new Shape(1, 2, 6, 6));
    try (io.github.gradcam.model.Model model = DjlModels.of(whole)) {
      assertThat(model.layers(residual.input().shape().item()))
          .extracting(Layer::path)
          .startsWith(
              "01UserBlock.01unit.01Conv2d",
              "01UserBlock.01unit.02SequentialBlock.01BatchNorm",
              "01UserBlock.01unit.02SequentialBlock",
              "01UserBlock.01unit",
              "01UserBlock.01unit.01Conv2d#2")
          .contains("01UserBlock.01unit#2", "01UserBlock", "02UserBlock.01body.conv1");
      Tensor image = Tensor.stack(List.of(residual.input().item(0)));
      Slope.assertGradient(model, "01UserBlock.01unit.01Conv2d#2", image);
      Slope.assertGradient(model, "01UserBlock.01unit.01Conv2d", image);
      assertThatExceptionOfType(UnexplainableLayerException.class)
          .isThrownBy(() -> model.hook("01UserBlock.01unit#3").forward(image))
          .withMessageContaining("never reached");
      assertThatExceptionOfType(UnknownLayerException.class)
          .isThrownBy(() -> model.hook("01UserBlock#2"));
    }
  }

  private Block network(UnaryOperator<Block> tap) {
    SequentialBlock network = new SequentialBlock();
    network.add(new UserBlock("fc", tap.apply(Linear.builder().setUnits(3).build())));
    return network;
  }

  private byte[] trained(UnaryOperator<Block> tap) throws Exception {
    try (Model model = Model.newInstance("tapped", "PyTorch")) {
      model.getNDManager().getEngine().setRandomSeed(5);
      model.setBlock(network(tap));
      try (Trainer trainer =
          model.newTrainer(
              new DefaultTrainingConfig(Loss.l2Loss())
                  .optOptimizer(
                      Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.1f)).build()))) {
        trainer.initialize(ROWS);
        NDArray rows = model.getNDManager().randomNormal(ROWS);
        NDArray wanted = model.getNDManager().ones(new Shape(4, 3));
        for (int i = 0; i < 3; i++) {
          try (GradientCollector collector = trainer.newGradientCollector()) {
            collector.backward(
                trainer.getLoss().evaluate(new NDList(wanted), trainer.forward(new NDList(rows))));
          }
          trainer.step();
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      model.getBlock().saveParameters(new DataOutputStream(bytes));
      for (Pair<String, ?> parameter : model.getBlock().getParameters()) {
        assertThat(parameter.getKey()).startsWith("01UserBlock_01fc_");
      }
      return bytes.toByteArray();
    }
  }
}
