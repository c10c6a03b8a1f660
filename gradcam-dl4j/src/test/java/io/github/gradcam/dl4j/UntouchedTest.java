package io.github.gradcam.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.listeners.CollectScoresListener;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ProfilingMode;
import org.nd4j.linalg.factory.Nd4j;

@DisplayName("What belongs to the application")
class UntouchedTest {

  private static final int IMAGES = 2;

  private static Tensor images() {
    INDArray images = SmallNetworks.images(IMAGES);
    return Tensor.of(
        Shape.of(IMAGES, SmallNetworks.CHANNELS, SmallNetworks.HEIGHT, SmallNetworks.WIDTH),
        images.dup('c').data().asFloat());
  }

  /** The output, and the gradients of a layer and of the input. */
  private static List<Tensor> explained(Model model, String layer) {
    LayerHook hook = model.hook(List.of(layer, Layer.INPUT));
    try (Capture capture = hook.forward(images())) {
      Tensor output = capture.output();
      float[] cotangent = new float[output.shape().size()];
      cotangent[1] = 1;
      cotangent[output.shape().length(1) + 2] = -1;
      Map<String, Tensor> gradients = capture.gradients(Tensor.of(output.shape(), cotangent));
      return List.of(output, gradients.get(layer), gradients.get(Layer.INPUT));
    }
  }

  private static List<Tensor> explained(ComputationGraph graph) {
    try (Model model = Dl4jModels.of(graph)) {
      return explained(model, SmallNetworks.LAYER);
    }
  }

  private static List<Tensor> explained(MultiLayerNetwork network) {
    try (Model model = Dl4jModels.of(network)) {
      return explained(model, "layer3");
    }
  }

  private static void fit(ComputationGraph graph) {
    INDArray labels = Nd4j.zeros(DataType.FLOAT, IMAGES, 4);
    labels.putScalar(0, 1, 1);
    labels.putScalar(1, 2, 1);
    graph.fit(new INDArray[] {SmallNetworks.images(IMAGES)}, new INDArray[] {labels});
  }

  @Test
  @DisplayName("is its network: parameters, gradients, listeners and all that layers keep")
  void network() {
    ComputationGraph graph = SmallNetworks.graph();
    CollectScoresListener listener = new CollectScoresListener(1);
    graph.setListeners(listener);
    fit(graph);
    graph.setInputs(SmallNetworks.images(1));
    org.deeplearning4j.nn.api.Layer conv = graph.getLayer(SmallNetworks.LAYER);
    INDArray kept = Nd4j.ones(DataType.FLOAT, 1, 2);
    conv.setInput(kept, LayerWorkspaceMgr.noWorkspaces());
    float[] parameters = graph.params().dup().data().asFloat();
    float[] gradient = graph.gradient().gradient().dup().data().asFloat();
    float[] state = graph.getUpdater().getUpdaterStateViewArray().dup().data().asFloat();
    String configuration = graph.getConfiguration().toJson();

    explained(graph);

    assertThat(graph.params().data().asFloat()).containsExactly(parameters);
    assertThat(graph.gradient().gradient().dup().data().asFloat()).containsExactly(gradient);
    assertThat(graph.getUpdater().getUpdaterStateViewArray().dup().data().asFloat())
        .containsExactly(state);
    assertThat(graph.getConfiguration().toJson()).isEqualTo(configuration);
    assertThat(graph.getListeners()).containsExactly(listener);
    assertThat(graph.getInput(0).size(0)).isEqualTo(1);
    assertThat(conv.input()).isSameAs(kept);
  }

  @Test
  @DisplayName("is its network, which may be trained on: a model explains what it was made of")
  void training() {
    ComputationGraph graph = SmallNetworks.graph();
    try (Model model = Dl4jModels.of(graph)) {
      List<Tensor> before = explained(model, SmallNetworks.LAYER);
      fit(graph);
      assertThat(explained(model, SmallNetworks.LAYER)).isEqualTo(before);
      assertThat(explained(graph)).isNotEqualTo(before);
    }
    // Closing frees the copy alone.
    assertThat(graph.outputSingle(SmallNetworks.images(1)).sumNumber().floatValue())
        .isBetween(0.999f, 1.001f);
  }

  @Test
  @DisplayName("may be frozen: a graph of transfer learning is explained as if it were not")
  void frozenGraph() {
    ComputationGraph graph = SmallNetworks.graph();
    ComputationGraph frozen =
        new TransferLearning.GraphBuilder(graph).setFeatureExtractor("prelu").build();
    assertThat(frozen.getLayer(SmallNetworks.LAYER)).isInstanceOf(FrozenLayer.class);

    assertThat(explained(frozen)).isEqualTo(explained(graph));
  }

  @Test
  @DisplayName("may be frozen: a network of transfer learning is explained as if it were not")
  void frozenLayers(@TempDir Path folder) throws Exception {
    MultiLayerNetwork network = SmallNetworks.layers(CNN2DFormat.NCHW);
    MultiLayerNetwork frozen = new TransferLearning.Builder(network).setFeatureExtractor(4).build();
    assertThat(frozen.getLayer(3)).isInstanceOf(FrozenLayer.class);
    List<Tensor> expected = explained(network);

    assertThat(explained(frozen)).isEqualTo(expected);
    Path file = Files.write(folder.resolve("frozen.zip"), SmallNetworks.saved(frozen));
    try (Model model = new Dl4jBackend().open(file, ModelOptions.defaults())) {
      assertThat(explained(model, "layer3")).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("is the workspace it has open: it stays current, and its arrays stay")
  void workspace() {
    List<Tensor> expected = explained(SmallNetworks.graph());
    try (MemoryWorkspace own = Nd4j.getWorkspaceManager().getAndActivateWorkspace("own")) {
      INDArray mine = Nd4j.ones(DataType.FLOAT, 1000);
      ComputationGraph graph = SmallNetworks.graph();
      Model model = Dl4jModels.of(graph);
      assertThat(Nd4j.getMemoryManager().getCurrentWorkspace()).isSameAs(own);
      assertThat(explained(model, SmallNetworks.LAYER)).isEqualTo(expected);
      Capture capture = model.hook(SmallNetworks.LAYER).forward(images());
      assertThat(Nd4j.getMemoryManager().getCurrentWorkspace()).isSameAs(own);
      try (MemoryWorkspace inner = Nd4j.getWorkspaceManager().getAndActivateWorkspace("inner")) {
        capture.gradients(Tensor.zeros(capture.output().shape()));
        capture.close();
        assertThat(Nd4j.getMemoryManager().getCurrentWorkspace()).isSameAs(inner);
        model.close();
      }
      assertThat(Nd4j.getMemoryManager().getCurrentWorkspace()).isSameAs(own);
      INDArray more = Nd4j.ones(DataType.FLOAT, 1000);
      assertThat(more.isAttached()).isTrue();
      assertThat(mine.add(more).sumNumber().intValue()).isEqualTo(2000);
    }
    assertThat(Nd4j.getMemoryManager().getCurrentWorkspace()).isNull();
    Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
  }

  @Test
  @DisplayName("is the workspace in which a capture was left open")
  void captureBeyondWorkspace() {
    List<Tensor> expected = explained(SmallNetworks.graph());
    try (Model model = Dl4jModels.of(SmallNetworks.graph())) {
      Capture first;
      Capture second;
      try (MemoryWorkspace own = Nd4j.getWorkspaceManager().getAndActivateWorkspace("brief")) {
        assertThat(own).isNotNull();
        first = model.hook(SmallNetworks.LAYER).forward(images());
        second = model.hook(SmallNetworks.LAYER).forward(images());
      }
      // Closed in the order in which they were opened, not the other way round.
      first.close();
      assertThat(second.output()).isEqualTo(expected.get(0));
      second.close();
      assertThat(Nd4j.getMemoryManager().getCurrentWorkspace()).isNull();
      assertThat(explained(model, SmallNetworks.LAYER)).isEqualTo(expected);
    }
    Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("is the type in which its arrays are made: networks compute in their own")
  @EnumSource(names = {"DOUBLE", "HALF", "BFLOAT16"})
  void defaultType(DataType type, @TempDir Path folder) throws Exception {
    ComputationGraph graph = SmallNetworks.graph();
    Path file = Files.write(folder.resolve("graph.zip"), SmallNetworks.saved(graph));
    List<Tensor> expected = explained(graph);
    DataType before = Nd4j.defaultFloatingPointType();
    Nd4j.setDefaultDataTypes(type, type);
    try {
      assertThat(explained(graph)).isEqualTo(expected);
      try (Model model = new Dl4jBackend().open(file, ModelOptions.defaults())) {
        assertThat(explained(model, SmallNetworks.LAYER)).isEqualTo(expected);
      }
      assertThat(Nd4j.defaultFloatingPointType()).isEqualTo(type);
    } finally {
      Nd4j.setDefaultDataTypes(before, before);
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("is how it watches ND4J: results are the same")
  @EnumSource(
      value = ProfilingMode.class,
      names = {"NAN_PANIC", "INF_PANIC", "ANY_PANIC", "SCOPE_PANIC", "OPERATIONS", "METHODS"})
  void profiling(ProfilingMode mode) {
    ComputationGraph graph = SmallNetworks.graph();
    List<Tensor> expected = explained(graph);
    Nd4j.getExecutioner().setProfilingMode(mode);
    try {
      assertThat(explained(graph)).isEqualTo(expected);
    } finally {
      Nd4j.getExecutioner().setProfilingMode(ProfilingMode.DISABLED);
    }
  }
}
