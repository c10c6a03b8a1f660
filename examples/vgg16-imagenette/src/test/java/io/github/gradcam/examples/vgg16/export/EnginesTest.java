package io.github.gradcam.examples.vgg16.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gradcam.GradCam;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.examples.vgg16.RunFolder;
import io.github.gradcam.examples.vgg16.network.NarrowVgg;
import io.github.gradcam.examples.vgg16.network.SafeTensors;
import io.github.gradcam.examples.vgg16.network.Vgg16;
import io.github.gradcam.examples.vgg16.network.Weights;
import io.github.gradcam.examples.vgg16.network.WeightsException;
import io.github.gradcam.image.Images;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.OutputKind;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The network, written to files and opened by three engines,")
class EnginesTest {

  private static final Path PHOTOS =
      Path.of("../quickstart/src/main/resources/io/github/gradcam/examples/quickstart");
  private static final Weights WEIGHTS = NarrowVgg.weights(1);
  private static final double LIMIT = 1e-4;

  @TempDir static Path folder;

  private static final Map<Engine, Model> MODELS = new EnumMap<>(Engine.class);

  @BeforeAll
  static void open() {
    RunFolder run = new RunFolder(folder);
    SafeTensors.write(WEIGHTS, Map.of(), run.weights());
    DeeplearningArchive.write(WEIGHTS, run.archive());
    SavedModelFolder.write(WEIGHTS, run.savedModel());
    for (Engine engine : Engine.values()) {
      MODELS.put(engine, Engines.open(engine, run, Device.cpu()));
    }
  }

  @AfterAll
  static void close() {
    MODELS.values().forEach(Model::close);
    MODELS.clear();
  }

  @Test
  @DisplayName("gives the same logits")
  void logits() {
    Tensor batch =
        Tensor.stack(
            photos().stream().map(photo -> Vgg16.PREPROCESSING.prepare(photo).input()).toList());
    float[] expected = model(Engine.PYTORCH).forward(batch).toArray();
    float largest = largest(expected);
    assertThat(largest).isGreaterThan(1);

    for (Engine engine : Engine.values()) {
      assertThat(model(engine).outputKind()).isEqualTo(OutputKind.LOGITS);
      float[] found = model(engine).forward(batch).toArray();
      assertThat(difference(found, expected)).as("%s", engine).isLessThan(LIMIT * largest);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"block5_conv3", "block3_conv2"})
  @DisplayName("gives the same Grad-CAM maps")
  void maps(String layer) {
    for (BufferedImage photo : photos()) {
      float[] expected = map(Engine.PYTORCH, layer, photo);
      assertThat(spread(expected)).isGreaterThan(0.5f);
      for (Engine engine : Engine.values()) {
        assertThat(difference(map(engine, layer, photo), expected))
            .as("%s", engine)
            .isLessThan(LIMIT);
      }
    }
  }

  @Test
  @DisplayName("has Keras's convolutions, each after its ReLU, in every engine")
  void layers() {
    int[] channels = {4, 8, 16, 32, 32};
    for (Model model : MODELS.values()) {
      for (int block = 1; block <= Vgg16.BLOCKS; block++) {
        int side = 224 >> (block - 1);
        for (String name : Vgg16.convolutions(block)) {
          String path = LayerPath.find(model, name);
          assertThat(model.layers())
              .filteredOn(layer -> layer.path().equals(path))
              .singleElement()
              .extracting(Layer::outputShape)
              .isEqualTo(Shape.of(channels[block - 1], side, side));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  @DisplayName("is explained at the last convolution where no layer is named")
  void defaultLayer(Engine engine) {
    GradCam cam = GradCam.builder(model(engine)).preprocessing(Vgg16.PREPROCESSING).build();

    assertThat(cam.explain(photos().get(0)).provenance().layers())
        .containsExactly(LayerPath.find(model(engine), Vgg16.LAST_CONVOLUTION));
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  @DisplayName("computes its first convolution as one computes it by hand")
  void firstConvolution(Engine engine) {
    Tensor photo = Vgg16.PREPROCESSING.prepare(photos().get(0)).input();
    Tensor weight = WEIGHTS.weight("block1_conv1");
    Tensor bias = WEIGHTS.bias("block1_conv1");
    Model model = model(engine);
    String path = LayerPath.find(model, "block1_conv1");
    try (Capture capture = model.hook(path).forward(Tensor.stack(List.of(photo)))) {
      Tensor found = capture.activations(path).item(0);
      for (int channel = 0; channel < 4; channel++) {
        for (int[] place : new int[][] {{0, 0}, {0, 223}, {100, 57}, {223, 223}}) {
          double sum = bias.get(channel);
          for (int input = 0; input < 3; input++) {
            for (int dy = -1; dy <= 1; dy++) {
              for (int dx = -1; dx <= 1; dx++) {
                int y = place[0] + dy;
                int x = place[1] + dx;
                if (y >= 0 && y < 224 && x >= 0 && x < 224) {
                  sum += weight.get(channel, input, dy + 1, dx + 1) * photo.get(input, y, x);
                }
              }
            }
          }
          assertThat((double) found.get(channel, place[0], place[1]))
              .isCloseTo(Math.max(0, sum), within(1e-2));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  @DisplayName("offers the nearest names for one that it does not have")
  void unknownLayer(Engine engine) {
    assertThatThrownBy(() -> LayerPath.find(model(engine), "block5_conv4"))
        .isInstanceOf(UnknownLayerException.class)
        .hasMessageContaining("\"block5_conv3\"");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  @DisplayName("that was never written is an error that names the file")
  void missing(Engine engine, @TempDir Path empty) {
    RunFolder run = new RunFolder(empty);

    assertThatThrownBy(() -> Engines.open(engine, run, Device.cpu()))
        .isInstanceOfAny(ModelOpenException.class, WeightsException.class)
        .hasMessageContaining(empty.toString());
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  @DisplayName("tells the engine and its version")
  void versions(Engine engine) {
    assertThat(engine.version())
        .startsWith(engine.displayName() + " ")
        .isEqualTo(model(engine).info().engine())
        .matches(".* \\d+\\..*");
  }

  private static Model model(Engine engine) {
    Model model = MODELS.get(engine);
    assertThat(model).isNotNull();
    return Objects.requireNonNull(model);
  }

  private static float[] map(Engine engine, String layer, BufferedImage photo) {
    Model model = model(engine);
    return GradCam.builder(model)
        .preprocessing(Vgg16.PREPROCESSING)
        .layers(LayerPath.find(model, layer))
        .build()
        .explain(photo)
        .heatmap()
        .normalized()
        .toArray();
  }

  private static List<BufferedImage> photos() {
    List<BufferedImage> photos = new ArrayList<>();
    photos.add(Images.read(PHOTOS.resolve("dog.jpg")));
    photos.add(Images.read(PHOTOS.resolve("worms-cathedral.jpg")));
    return photos;
  }

  private static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static float spread(float[] values) {
    float least = Float.POSITIVE_INFINITY;
    for (float value : values) {
      least = Math.min(least, value);
    }
    return largest(values) - least;
  }

  private static double difference(float[] found, float[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    double largest = 0;
    for (int i = 0; i < found.length; i++) {
      largest = Math.max(largest, Math.abs((double) found[i] - expected[i]));
    }
    return largest;
  }
}
