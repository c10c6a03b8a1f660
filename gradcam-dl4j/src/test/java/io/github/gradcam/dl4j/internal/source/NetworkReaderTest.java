package io.github.gradcam.dl4j.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.spi.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.preprocessors.ReshapePreprocessor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

@DisplayName("A network that Deeplearning4j has saved")
class NetworkReaderTest {

  @TempDir Path folder;

  private static MultiLayerNetwork layers(Path file) {
    return ((Network.Layers) NetworkReader.read(file, Set.of())).network();
  }

  private static ComputationGraph graph(Path file) {
    return ((Network.Graph) NetworkReader.read(file, Set.of())).network();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("has the same weights when it is read, to the bit")
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT", "DOUBLE", "HALF"})
  void weights(DataType type) {
    MultiLayerNetwork saved = Nets.layers(type);

    MultiLayerNetwork read = layers(Archive.of(saved, folder).write(folder));

    assertThat(read.params().dataType()).isEqualTo(type);
    assertThat(read.params().data().asDouble()).isEqualTo(saved.params().data().asDouble());
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("computes what it computed, whether its layers follow each other or branch")
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT", "DOUBLE"})
  void outputs(DataType type) {
    INDArray image = Nets.image(type);
    MultiLayerNetwork layers = Nets.layers(type);
    ComputationGraph graph = Nets.graph(type);

    INDArray first = layers(Archive.of(layers, folder).write(folder)).output(image);
    INDArray second = graph(Archive.of(graph, folder).write(folder)).outputSingle(image);

    assertThat(first.data().asDouble()).isEqualTo(layers.output(image).data().asDouble());
    assertThat(second.data().asDouble()).isEqualTo(graph.outputSingle(image).data().asDouble());
  }

  @Test
  @DisplayName("is recognised by its content")
  void recognised() {
    assertThat(Inspector.inspect(Archive.of(Nets.layers(DataType.FLOAT), folder).write(folder)))
        .isEqualTo(new Verdict.Opens("Deeplearning4j network (MultiLayerNetwork)"));
    assertThat(Inspector.inspect(Archive.of(Nets.graph(DataType.FLOAT), folder).write(folder)))
        .isEqualTo(new Verdict.Opens("Deeplearning4j network (ComputationGraph)"));
  }

  @Test
  @DisplayName("may have frozen layers")
  void frozen() {
    MultiLayerNetwork tuned =
        new TransferLearning.Builder(Nets.layers(DataType.FLOAT)).setFeatureExtractor(2).build();
    INDArray image = Nets.image(DataType.FLOAT);

    MultiLayerNetwork read = layers(Archive.of(tuned, folder).write(folder));

    assertThat(read.getLayer(0)).isInstanceOf(BaseWrapperLayer.class);
    assertThat(read.getLayerWiseConfigurations().getConf(0).getLayer())
        .isInstanceOf(FrozenLayer.class);
    assertThat(read.output(image).data().asFloat()).isEqualTo(tuned.output(image).data().asFloat());
  }

  @Test
  @DisplayName("is read a piece at a time, however many weights it has")
  void pieces() {
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .list()
            .layer(new OutputLayer.Builder().nIn(700).nOut(900).build())
            .build();
    MultiLayerNetwork saved = new MultiLayerNetwork(configuration);
    saved.init();

    MultiLayerNetwork read = layers(Archive.of(saved, folder).write(folder));

    assertThat(read.params().data().asFloat()).isEqualTo(saved.params().data().asFloat());
  }

  @Test
  @DisplayName(
      "of before 2018, whose classes had short names and whose lengths had four bytes, opens")
  void legacy() throws IOException {
    String json =
        """
        {"backprop": true, "backpropType": "Standard", "inputPreProcessors": {}, "pretrain": false,
         "confs": [{"layer": {"output": {"activationFn": {"TanH": {}}, "biasInit": 0.0, "nin": 2,
           "nout": 3, "layerName": "layer0", "weightInit": "XAVIER", "updater": "SGD",
           "learningRate": 0.1, "rho": 0.0, "l1": 0.0, "l2": 0.0, "lossFn": {"MSE": {}}}}, "optimizationAlgo": "STOCHASTIC_GRADIENT_DESCENT", "seed": 1,
           "variables": ["W", "b"]}]}
        """;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF("DIRECT");
    out.writeInt(8);
    out.writeUTF("INT");
    for (int number : new int[] {2, 1, 9, 1, 1, 0, 1, 'f'}) {
      out.writeInt(number);
    }
    out.writeUTF("DIRECT");
    out.writeInt(9);
    out.writeUTF("FLOAT");
    for (int i = 0; i < 9; i++) {
      out.writeFloat(i / 8f);
    }
    Path file =
        Archive.of(Nets.layers(DataType.FLOAT), folder)
            .with(NetworkArchive.CONFIGURATION, json.getBytes(StandardCharsets.UTF_8))
            .with(NetworkArchive.COEFFICIENTS, bytes.toByteArray())
            .write(folder);

    MultiLayerNetwork read = layers(file);

    assertThat(read.params().data().asFloat())
        .containsExactly(0, 1 / 8f, 2 / 8f, 3 / 8f, 4 / 8f, 5 / 8f, 6 / 8f, 7 / 8f, 1);
    OutputLayer layer = (OutputLayer) read.getLayerWiseConfigurations().getConf(0).getLayer();
    assertThat(layer.getActivationFn()).isEqualTo(new ActivationTanH());
  }

  @Test
  @DisplayName("may have come from Keras through Deeplearning4j's own import, with what that adds")
  void imported() {
    ComputationGraphConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .graphBuilder()
            .addInputs("in")
            .addVertex(
                "reshape",
                new PreprocessorVertex(
                    new ReshapePreprocessor(new long[] {6}, new long[] {3, 2}, false)),
                "in")
            .addVertex(
                "flat",
                new PreprocessorVertex(
                    new ReshapePreprocessor(new long[] {3, 2}, new long[] {6}, false)),
                "reshape")
            .addLayer("out", new OutputLayer.Builder().nIn(6).nOut(2).build(), "flat")
            .setOutputs("out")
            .build();
    ComputationGraph saved = new ComputationGraph(configuration);
    saved.init();
    INDArray input = Nd4j.createFromArray(new float[][] {{1, 2, 3, 4, 5, 6}});

    ComputationGraph read = graph(Archive.of(saved, folder).write(folder));

    assertThat(read.outputSingle(input).data().asFloat())
        .isEqualTo(saved.outputSingle(input).data().asFloat());
  }

  @Test
  @DisplayName("may name a class of the user's own, if the user allows it")
  void allowed() {
    Archive archive =
        Archive.of(Nets.layers(DataType.FLOAT), folder)
            .configured(
                json ->
                    json.replace(
                        "org.nd4j.linalg.activations.impl.ActivationLReLU",
                        OwnActivation.class.getName()));
    Path file = archive.write(folder);

    assertThatExceptionOfType(SourceException.class)
        .isThrownBy(() -> NetworkReader.read(file, Set.of()))
        .withMessageContainingAll(OwnActivation.class.getName(), "write a LayerRule");
    assertThat(NetworkReader.read(file, Set.of(OwnActivation.class.getName())))
        .isInstanceOf(Network.Layers.class);
  }
}
