package io.github.gradcam.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.OutputKind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("TorchScript that DJL has loaded")
class LoadedScriptTest {

  private final NDManager manager = NDManager.newBaseManager("PyTorch");

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest(name = "{0}, trainParam={1}")
  @DisplayName("has PyTorch's activations and gradients, alone and among blocks")
  @CsvSource({
    "nested-traced, true",
    "nested-scripted, false",
    "twice-scripted, false",
    "training-scripted, true",
    "training-traced, false",
    "frozen-traced, true",
    "frozen-scripted, false",
    "branches-scripted, true",
    "loop-scripted, false"
  })
  void agreesWithPyTorch(String name, String trained) {
    Structure structure = Structure.of(name);
    Block script = BlockConformanceTest.loaded(structure.file(), trained, manager);
    Block around = new SequentialBlock().add(script).add(Blocks.identityBlock());
    try (Model alone = DjlModels.of(script);
        Model among = DjlModels.of(around)) {
      List<String> layers = structure.layers("act");
      check(alone, structure, "", layers);
      check(among, structure, "01PtSymbolBlock.", layers);
    }
  }

  private static void check(Model model, Structure structure, String prefix, List<String> layers) {
    Structure.assertClose("output", model.forward(structure.input()), structure.output());
    List<String> paths =
        layers.stream()
            .map(
                layer ->
                    prefix.isEmpty()
                        ? layer
                        : layer.equals(Layer.INPUT)
                            ? prefix.substring(0, prefix.length() - 1) + Layer.INPUT
                            : prefix + layer)
            .toList();
    try (Capture capture = model.hook(paths).forward(structure.input())) {
      var gradients = capture.gradients(structure.cotangent());
      for (int i = 0; i < paths.size(); i++) {
        Structure.assertClose(
            paths.get(i), capture.activations(paths.get(i)), structure.of("act", layers.get(i)));
        Structure.assertClose(
            paths.get(i), gradients.get(paths.get(i)), structure.of("grad", layers.get(i)));
      }
    }
  }

  @Test
  @DisplayName("is taken without its last softmax when it stands alone")
  void withoutSoftmax() {
    Structure structure = Structure.of("sigmoid-scripted");
    Block script = BlockConformanceTest.loaded(structure.file(), "false", manager);
    try (Model model = DjlModels.of(script)) {
      assertThat(model.outputKind()).isEqualTo(OutputKind.SIGMOID_LOGITS);
      Structure.assertClose("scores", model.forward(structure.input()), structure.output());
    }
  }

  @Test
  @DisplayName("stays in the mode it is in, in training here, and gains no arrays of ours")
  void keepsItsMode() {
    Structure structure = Structure.of("training-scripted");
    PtSymbolBlock script =
        (PtSymbolBlock) BlockConformanceTest.loaded(structure.file(), "true", manager);
    JniUtils.enableTrainingMode(script);
    int arrays = manager.getManagedArrays().size();
    assertThat(runsTwiceAlike(script, structure)).as("before: dropout is on").isFalse();
    for (Block block : List.of(script, new SequentialBlock().add(script))) {
      try (Model model = DjlModels.of(block)) {
        assertThat(model.forward(structure.input())).isEqualTo(model.forward(structure.input()));
      }
    }
    assertThat(runsTwiceAlike(script, structure)).as("after: dropout is on").isFalse();
    assertThat(manager.getManagedArrays()).hasSize(arrays);
  }

  @Test
  @DisplayName("may be a model of a zoo, which is called as it is called there")
  void zooModel() throws Exception {
    Structure structure = Structure.of("nested-traced");
    try (ai.djl.Model loaded = ai.djl.Model.newInstance("of-a-zoo", "PyTorch")) {
      loaded.load(structure.file());
      try (Model model = DjlModels.of(new ZooModel<>(loaded, new NoopTranslator()))) {
        assertThat(model.info().format()).isEqualTo("TorchScript (in memory)");
        assertThat(model.info().name()).isEqualTo(loaded.getName());
        Structure.assertClose("output", model.forward(structure.input()), structure.output());
      }
    }
  }

  private boolean runsTwiceAlike(PtSymbolBlock script, Structure structure) {
    try (NDManager scope = manager.newSubManager()) {
      int[] lengths = structure.input().shape().toArray();
      NDArray input =
          scope.create(
              structure.input().toArray(),
              new ai.djl.ndarray.types.Shape(
                  java.util.Arrays.stream(lengths).asLongStream().toArray()));
      float[] first = IValueUtils.forward(script, new NDList(input), false).get(0).toFloatArray();
      float[] second = IValueUtils.forward(script, new NDList(input), false).get(0).toFloatArray();
      return java.util.Arrays.equals(first, second);
    }
  }
}
