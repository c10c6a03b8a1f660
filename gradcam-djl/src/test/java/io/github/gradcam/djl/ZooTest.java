package io.github.gradcam.djl;

import static io.github.gradcam.djl.Slope.noise;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.basicmodelzoo.cv.classification.ResNetV1;
import ai.djl.basicmodelzoo.cv.classification.SqueezeNet;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.NormalInitializer;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A network of DJL's own zoo")
class ZooTest {

  private static final Shape IMAGE = Shape.of(3, 32, 32);
  private static final Tensor IMAGES = noise(1, IMAGE.batch(2));
  private static final String BEHIND = "08ParallelBlock";
  private static final String INSIDE = "07ParallelBlock.01SequentialBlock.04Conv2d";

  private final NDManager manager = NDManager.newBaseManager("PyTorch");

  @BeforeEach
  void seed() {
    Engine.getEngine("PyTorch").setRandomSeed(3);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  @DisplayName("is computed as DJL computes it, bit by bit")
  void computesAsDjl() {
    for (Block block : List.of(resnet(), squeezenet(32))) {
      try (Model model = DjlModels.of(block)) {
        assertThat(model.forward(IMAGES)).isEqualTo(forward(block, IMAGES));
      }
    }
  }

  @Test
  @DisplayName("has its layers under the names that DJL prints")
  void names() {
    try (Model model = DjlModels.of(resnet())) {
      assertThat(model.layers())
          .startsWith(
              new Layer("01Conv2d", "Conv2d", Shape.of(64, 32, 32)),
              new Layer(
                  "02ParallelBlock.01SequentialBlock.01Conv2d", "Conv2d", Shape.of(16, 32, 32)))
          .contains(new Layer("09ParallelBlock", "ParallelBlock", Shape.of(512, 4, 4)))
          .endsWith(
              new Layer("10LambdaBlock", "globalAvgPool2d", Shape.of(512)),
              new Layer("11LambdaBlock", "batchFlatten", Shape.of(512)),
              new Layer("12Linear", "Linear", Shape.of(10)),
              new Layer("13LambdaBlock", "batchFlatten", Shape.of(10)));
    }
  }

  @Test
  @DisplayName("has gradients that are slopes, before, in and behind branches")
  void gradients() {
    Tensor image = Tensor.stack(List.of(IMAGES.item(0)));
    try (Model model = DjlModels.of(resnet())) {
      for (String layer :
          List.of("@input", "09ParallelBlock", BEHIND, INSIDE, "10LambdaBlock@input")) {
        Slope.assertGradient(model, layer, image);
      }
    }
    try (Model model = DjlModels.of(squeezenet(64))) {
      Tensor larger = noise(2, Shape.of(1, 3, 64, 64));
      for (String layer : List.of("11SequentialBlock.02ParallelBlock.02SequentialBlock.01Conv2d")) {
        Slope.assertGradient(model, layer, larger);
      }
    }
  }

  @Test
  @DisplayName("gives several layers at once what it gives each alone")
  void together() {
    List<String> layers = List.of(BEHIND, INSIDE, "01Conv2d");
    Tensor cotangent = noise(4, Shape.of(2, 10));
    try (Model model = DjlModels.of(resnet());
        Capture together = model.hook(layers).forward(IMAGES)) {
      for (String layer : layers) {
        try (Capture alone = model.hook(layer).forward(IMAGES)) {
          assertThat(together.activations(layer)).isEqualTo(alone.activations(layer));
          assertThat(together.gradients(cotangent).get(layer))
              .isEqualTo(alone.gradients(cotangent).get(layer));
        }
      }
    }
  }

  @Test
  @DisplayName("gives four threads what it gives one, bit by bit")
  void threads() throws Exception {
    Tensor cotangent = noise(4, Shape.of(2, 10));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Model model = DjlModels.of(resnet())) {
      LayerHook hook = model.hook(BEHIND, INSIDE);
      List<Tensor> alone = look(hook, cotangent);
      List<Future<List<Tensor>>> seen = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        seen.add(threads.submit(() -> look(hook, cotangent)));
      }
      for (Future<List<Tensor>> one : seen) {
        assertThat(one.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  @DisplayName("leaves no array behind, neither with the user nor with the engine")
  void leavesNothingBehind() {
    Block block = resnet();
    NDManager all = manager.getParentManager();
    int before = all.getManagedArrays().size();
    int own = manager.getManagedArrays().size();
    try (Model model = DjlModels.of(block)) {
      model.layers();
      int wrapped = all.getManagedArrays().size();
      for (int i = 0; i < 3; i++) {
        model.forward(IMAGES);
        look(model.hook(INSIDE), noise(4, Shape.of(2, 10)));
        try (Capture capture = model.hook(BEHIND).forward(IMAGES)) {
          capture.resume(BEHIND, capture.activations(BEHIND)).close();
        }
        assertThat(all.getManagedArrays()).hasSize(wrapped);
      }
      assertThat(manager.getManagedArrays()).hasSize(own);
    }
    assertThat(all.getManagedArrays()).hasSize(before);
  }

  private static List<Tensor> look(LayerHook hook, Tensor cotangent) {
    try (Capture capture = hook.forward(IMAGES)) {
      List<Tensor> seen = new ArrayList<>(List.of(capture.output()));
      hook.layers().forEach(layer -> seen.add(capture.activations(layer)));
      seen.addAll(capture.gradients(cotangent).values());
      assertThat(seen).allMatch(Tensor::isFinite);
      return seen;
    }
  }

  private Block resnet() {
    return initialized(
        ResNetV1.builder()
            .setImageShape(new ai.djl.ndarray.types.Shape(3, 32, 32))
            .setNumLayers(18)
            .setOutSize(10)
            .build(),
        32);
  }

  private Block squeezenet(int side) {
    return initialized(SqueezeNet.squeezenet(10), side);
  }

  private Block initialized(Block block, int side) {
    // With biases of zero, what is dead would lie exactly on the kink of the next ReLU.
    block.setInitializer(new NormalInitializer(0.1f), Parameter.Type.BIAS);
    block.initialize(manager, DataType.FLOAT32, new ai.djl.ndarray.types.Shape(1, 3, side, side));
    return block;
  }

  private Tensor forward(Block block, Tensor images) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray input =
          scope.create(
              images.toArray(),
              new ai.djl.ndarray.types.Shape(
                  java.util.Arrays.stream(images.shape().toArray()).asLongStream().toArray()));
      NDArray output =
          block
              .forward(new ParameterStore(scope, false), new NDList(input), false)
              .singletonOrThrow();
      int[] lengths =
          java.util.Arrays.stream(output.getShape().getShape()).mapToInt(n -> (int) n).toArray();
      return Tensor.of(Shape.of(lengths), output.toFloatArray());
    }
  }
}
