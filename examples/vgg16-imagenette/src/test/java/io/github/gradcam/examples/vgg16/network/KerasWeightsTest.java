package io.github.gradcam.examples.vgg16.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KerasWeightsTest {

  private final Weights weights = NarrowVgg.weights(1);

  @TempDir Path folder;

  @Test
  void areReadAsTheyWereWritten() {
    KerasFile.write(weights, file());

    Weights read = KerasWeights.read(file());

    assertThat(read.hasHead()).isFalse();
    for (String layer : Vgg16.convolutions()) {
      assertThat(read.weight(layer)).isEqualTo(weights.weight(layer));
      assertThat(read.bias(layer)).isEqualTo(weights.bias(layer));
    }
  }

  @Test
  void aFileThatIsNoHdf5IsNamed() throws IOException {
    Files.writeString(file(), "<html>not found</html>");

    assertThatThrownBy(() -> KerasWeights.read(file()))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("HDF5")
        .hasMessageContaining(file().toString())
        .hasMessageContaining("Keras Applications");
  }

  @Test
  void aCutFileIsAnError() throws IOException {
    KerasFile.write(weights, file());
    byte[] whole = Files.readAllBytes(file());
    for (int tenth = 0; tenth < 10; tenth++) {
      Files.write(file(), java.util.Arrays.copyOf(whole, whole.length * tenth / 10));
      assertThatThrownBy(() -> KerasWeights.read(file()))
          .as("%d tenths", tenth)
          .isInstanceOf(WeightsException.class);
    }
  }

  @Test
  void aLayerThatIsMissingOrDoesNotFitIsNamed() {
    Map<String, Tensor> other = new LinkedHashMap<>(weights.tensors());
    other.put("block3_conv1.weight", Tensor.zeros(Shape.of(16, 9, 3, 3)));
    KerasFile.write(new Weights(other), file());

    assertThatThrownBy(() -> KerasWeights.read(file()))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("block3_conv1")
        .hasMessageContaining("[3, 3, 9, 16]")
        .hasMessageContaining("[3, 3, 8, outputs]");
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    Map<String, Tensor> other = new LinkedHashMap<>(weights.tensors());
    float[] bias = weights.bias("block2_conv2").toArray();
    bias[1] = Float.NaN;
    other.put("block2_conv2.bias", Tensor.of(Shape.of(bias.length), bias));
    KerasFile.write(new Weights(other), file());

    assertThatThrownBy(() -> KerasWeights.read(file()))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("block2_conv2")
        .hasMessageContaining("NaN");
  }

  private Path file() {
    return folder.resolve("weights.h5");
  }
}
