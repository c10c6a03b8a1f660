package io.github.gradcam.djl;

import static io.github.gradcam.djl.Slope.noise;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A TorchScript body with a new head, in training")
class FineTunedTest {

  private static final Tensor IMAGES = noise(1, Shape.of(2, 3, 32, 32));
  private static final Tensor COTANGENT = noise(2, Shape.of(2, 3));
  private static final String BODY = "01SequentialBlock.01PtSymbolBlock";
  private static final List<String> LAYERS =
      List.of(
          Layer.INPUT,
          BODY + ".conv2",
          BODY + ".conv4",
          BODY + ".relu4",
          BODY,
          "01SequentialBlock",
          "03Linear");
  private static final int STEPS = 30;

  @Test
  @DisplayName("has the layers of both, in the order in which they run")
  void layers() {
    try (FineTuned tuned = new FineTuned();
        Model model =
            DjlModels.of(
                tuned.model(), ModelOptions.builder().inputShape(IMAGES.shape().item()).build())) {
      assertThat(model.layers())
          .extracting(Layer::path)
          .startsWith(BODY + ".conv1", BODY + ".relu1")
          .endsWith(
              BODY + ".fc",
              BODY,
              "01SequentialBlock.02BatchNorm",
              "01SequentialBlock",
              "02LambdaBlock",
              "03Linear");
      assertThat(model.info().name()).isEqualTo("fine-tuned");
    }
  }

  @Test
  @DisplayName("has gradients that are slopes, before, in and behind the body")
  void gradients() {
    try (FineTuned tuned = new FineTuned();
        Model model = DjlModels.of(tuned.block())) {
      Tensor image = Tensor.stack(List.of(IMAGES.item(0)));
      for (String layer :
          List.of("@input", BODY + "@input", BODY + ".conv2", BODY + ".relu4", BODY)) {
        Slope.assertGradient(model, layer, image);
      }
    }
  }

  @Test
  @DisplayName("gives layers on both sides of the border together what it gives each alone")
  void together() {
    try (FineTuned tuned = new FineTuned();
        Model model = DjlModels.of(tuned.block());
        Capture together = model.hook(LAYERS).forward(IMAGES)) {
      for (String layer : LAYERS) {
        try (Capture alone = model.hook(layer).forward(IMAGES)) {
          assertThat(together.activations(layer)).isEqualTo(alone.activations(layer));
          assertThat(together.gradients(COTANGENT).get(layer))
              .isEqualTo(alone.gradients(COTANGENT).get(layer));
        }
      }
    }
  }

  @Test
  @DisplayName("is explained as it was when it was wrapped, while other threads train it")
  void whileInTraining() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (FineTuned tuned = new FineTuned()) {
      tuned.step();
      byte[] start = BlockState.of(tuned.block());
      try (Model model = DjlModels.of(tuned.block())) {
        LayerHook hook = model.hook(LAYERS);
        List<Tensor> before = look(hook);
        assertThat(BlockState.of(tuned.block())).isEqualTo(start);
        Future<?> training =
            threads.submit(
                () -> {
                  for (int i = 1; i < STEPS; i++) {
                    tuned.step();
                  }
                });
        List<Future<List<Tensor>>> seen = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
          seen.add(threads.submit(() -> look(hook)));
          if (i % 8 == 0) {
            try (Model meanwhile = DjlModels.of(tuned.block())) {
              assertThat(meanwhile.forward(IMAGES).isFinite()).isTrue();
            }
          }
        }
        for (Future<List<Tensor>> one : seen) {
          assertThat(one.get()).isEqualTo(before);
        }
        training.get();
        assertThat(look(hook)).isEqualTo(before);
      }
      byte[] trained = BlockState.of(tuned.block());
      assertThat(trained).isNotEqualTo(start).isEqualTo(trainedAlone());
      try (Model before = DjlModels.of(tuned.block())) {
        Tensor output = before.forward(IMAGES);
        tuned.step();
        try (Model after = DjlModels.of(tuned.block())) {
          assertThat(before.forward(IMAGES)).isEqualTo(output);
          assertThat(after.forward(IMAGES)).isNotEqualTo(output);
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** The same training with nobody looking. */
  private static byte[] trainedAlone() {
    try (FineTuned alone = new FineTuned()) {
      for (int i = 0; i < STEPS; i++) {
        alone.step();
      }
      return BlockState.of(alone.block());
    }
  }

  private static List<Tensor> look(LayerHook hook) {
    try (Capture capture = hook.forward(IMAGES)) {
      List<Tensor> seen = new ArrayList<>(List.of(capture.output()));
      hook.layers().forEach(layer -> seen.add(capture.activations(layer)));
      seen.addAll(capture.gradients(COTANGENT).values());
      assertThat(seen).allMatch(Tensor::isFinite);
      return seen;
    }
  }
}
