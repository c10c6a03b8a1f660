package io.github.gradcam.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.GradCam;
import io.github.gradcam.Models;
import io.github.gradcam.dl4j.rule.LayerRules;
import io.github.gradcam.image.ChannelOrder;
import io.github.gradcam.image.Images;
import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;

@DisplayName("What the how-to about Deeplearning4j's networks shows")
class NetworkHowToTest {

  private static final Path PAGE = Path.of("../docs/how-to/explain-a-deeplearning4j-network.md");
  private static final Path HERE = Path.of("src/test/java/io/github/gradcam/dl4j");

  @TempDir Path folder;

  @Test
  @DisplayName("runs: a photo is explained with a zip")
  void explains() throws IOException {
    Path flowers = folder.resolve("flowers.zip");
    ModelSerializer.writeModel(network(false), flowers.toFile(), false);
    Path photo = folder.resolve("photo.png");
    Path picture = folder.resolve("picture.png");
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    image.setRGB(20, 20, 0xFFFFFF);
    ImageIO.write(image, "png", photo.toFile());
    try (Model model = Models.load(flowers)) {
      GradCam cam =
          GradCam.builder(model).preprocessing(Preprocessing.zeroToOne().withSize(32, 32)).build();
      cam.explain(Images.read(photo)).heatmap().overlay().write(picture);
    }
    assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(40);
  }

  @Test
  @DisplayName("has an order of channels that is the loader's")
  void channels() {
    Preprocessing bgr =
        Preprocessing.zeroToOne()
            .withChannels(
                ChannelOrder.BGR, 1 / 255.0, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
    assertThat(bgr.channels()).isEqualTo(ChannelOrder.BGR);
  }

  @Test
  @DisplayName(
      "runs: a fine-tuned network in memory, whose frozen layers are found, at a size that is said")
  void inMemory() {
    MultiLayerNetwork network =
        new TransferLearning.Builder(network(false))
            .setFeatureExtractor(0)
            .nOutReplace(2, 5, WeightInit.XAVIER)
            .build();
    try (Model model = Dl4jModels.of(network)) {
      assertThat(model.layers()).extracting(Layer::path).contains("layer0");
    }
    ModelOptions options = ModelOptions.builder().inputShape(Shape.of(3, 160, 160)).build();
    try (Model model = Dl4jModels.of(network, LayerRules.none(), options)) {
      assertThat(model.layers().get(0).outputShape()).isEqualTo(Shape.of(4, 158, 158));
    }
  }

  @Test
  @DisplayName("runs: a layer of one's own, in memory and in a file")
  void ownLayer() throws IOException {
    MultiLayerNetwork network = network(true);
    LayerRules rules =
        LayerRules.none().layer(Squared.class, (layer, parameters) -> new SquaredRule());
    try (Model model = Dl4jModels.of(network, rules, ModelOptions.defaults())) {
      assertThat(model.layers()).extracting(Layer::path).contains("layer1");
    }
    Path file = folder.resolve("own.zip");
    ModelSerializer.writeModel(network, file.toFile(), false);
    try (Model model = Dl4jModels.open(file, rules, ModelOptions.defaults())) {
      assertThat(model.layers()).extracting(Layer::path).contains("layer1");
    }
  }

  @Test
  @DisplayName("is code that is compiled here, line by line")
  void isCompiled() throws IOException {
    StringBuilder here = new StringBuilder();
    for (String file : List.of("NetworkHowToTest", "Squared", "SquaredRule")) {
      here.append(Files.readString(HERE.resolve(file + ".java")).replaceAll("\\s+", ""));
    }
    Pattern code = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    assertThat(code.matcher(Files.readString(PAGE)).results().map(MatchResult::group))
        .hasSize(7)
        .allSatisfy(
            block ->
                assertThat(
                        block
                            .replaceAll("```(java)?", "")
                            .replaceAll("//.*", "")
                            .split(";|\\{|\\}"))
                    .allSatisfy(
                        statement -> assertThat(here).contains(statement.replaceAll("\\s+", ""))));
  }

  private static MultiLayerNetwork network(boolean squared) {
    ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .list()
            .layer(new ConvolutionLayer.Builder(3, 3).nOut(4).activation(Activation.RELU).build());
    if (squared) {
      list.layer(new Squared());
    }
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            list.layer(new GlobalPoolingLayer())
                .layer(new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(32, 32, 3))
                .build());
    network.init();
    return network;
  }
}
