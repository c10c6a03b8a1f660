package io.github.gradcam.dl4j.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradcam.spi.Verdict;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

@DisplayName("A network of Keras 2")
class KerasNetworkTest {

  private static final int IMAGES = 2;

  private static ComputationGraph network(KerasFixture fixture) {
    Network read = NetworkReader.read(fixture.file(), Set.of());
    assertThat(read).isInstanceOf(Network.Graph.class);
    return ((Network.Graph) read).network();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("computes in Deeplearning4j what Keras computes")
  @ValueSource(
      strings = {
        "lenet",
        "residual",
        "separable",
        "nested",
        "nested-twice",
        "edges",
        "activations",
        "excite",
        "merges"
      })
  void predictions(String name) {
    KerasFixture fixture = KerasFixture.of(name);
    INDArray input = fixture.get("input").castTo(DataType.FLOAT);

    INDArray output = network(fixture).outputSingle(input);

    INDArray expected = fixture.get("prediction");
    assertThat(output.shape()).isEqualTo(expected.shape());
    assertThat(output.castTo(DataType.DOUBLE).sub(expected).amaxNumber().doubleValue())
        .isLessThan(2e-6);
    assertThat(spread(expected)).as("the images differ for the network").isGreaterThan(1e-4);
  }

  /** How far apart two images are for a network; one that ignores its input would prove nothing. */
  private static double spread(INDArray predictions) {
    assertThat(predictions.size(0)).isEqualTo(IMAGES);
    return predictions.getRow(0).sub(predictions.getRow(1)).amaxNumber().doubleValue();
  }

  @Test
  @DisplayName("that was saved in float64 computes in float64")
  void exact() {
    KerasFixture fixture = KerasFixture.of("double");
    ComputationGraph network = network(fixture);

    INDArray output = network.outputSingle(fixture.get("input"));

    assertThat(output.dataType()).isEqualTo(DataType.DOUBLE);
    assertThat(output.sub(fixture.get("prediction")).amaxNumber().doubleValue())
        .isCloseTo(0, within(1e-14));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("keeps the names of its layers, those within a network after that network's")
  @CsvSource({
    "lenet, 'conv1,pool1,conv2,pool2,dropout,flatten,dense1,dense2'",
    "residual, 'conv1,bn1,relu1,conv2,bn2,add,relu2,conv3,concat,pool,dense'",
    "nested, 'rescale,backbone/conv1,backbone/bn,backbone/conv2,pool,dropout,dense'",
    "nested-twice, 'rescale,middle/inner/conv,middle/mixed,middle/add,flatten,dense'"
  })
  void names(String name, String layers) {
    Map<String, ?> vertices = network(KerasFixture.of(name)).getConfiguration().getVertices();

    assertThat(vertices.keySet()).containsExactlyInAnyOrder(layers.split(","));
  }

  @Test
  @DisplayName("says what goes in, with the channels last as in Keras")
  void input() {
    Network network = NetworkReader.read(KerasFixture.of("nested").file(), Set.of());

    assertThat(network.input()).contains(InputType.convolutional(9, 8, 3, CNN2DFormat.NHWC));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @DisplayName("is recognised by its content")
  @CsvSource({"lenet, Sequential", "nested-twice, Sequential", "residual, Functional"})
  void recognised(String name, String kind) {
    assertThat(Inspector.inspect(KerasFixture.of(name).file()))
        .isEqualTo(new Verdict.Opens("Keras 2 HDF5 (" + kind + ")"));
  }

  @Test
  @DisplayName("gets all its weights from the file, and they are the file's alone")
  void weights() {
    ComputationGraph first = network(KerasFixture.of("residual"));
    ComputationGraph second = network(KerasFixture.of("residual"));

    assertThat(Arrays.equals(first.params().data().asFloat(), second.params().data().asFloat()))
        .isTrue();
    assertThat(first.params().data().asFloat()).doesNotContain(Float.NaN);
  }
}
