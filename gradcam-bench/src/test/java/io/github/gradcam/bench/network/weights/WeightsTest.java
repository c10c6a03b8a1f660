package io.github.gradcam.bench.network.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gradcam.bench.network.architecture.Network;
import io.github.gradcam.bench.network.architecture.Networks;
import io.github.gradcam.bench.network.architecture.Scale;
import io.github.gradcam.tensor.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The neutral file of weights")
class WeightsTest {

  private static final Network NARROW = Networks.of("resnet50", new Scale(8, 64, 10));

  @TempDir private Path folder;

  @Test
  @DisplayName("has torchvision's names and shapes")
  void names() {
    Weights weights = Weights.of(written("weights"));
    // 53 convolutions, as many batch norms of four arrays, and the last layer's two.
    assertThat(weights.names()).hasSize(53 + 4 * 53 + 2);
    assertThat(weights.shape("conv1.weight")).isEqualTo(Shape.of(8, 3, 7, 7));
    assertThat(weights.shape("layer1.0.downsample.0.weight")).isEqualTo(Shape.of(32, 8, 1, 1));
    assertThat(weights.shape("layer4.2.bn3.running_var")).isEqualTo(Shape.of(256));
    assertThat(weights.shape("fc.weight")).isEqualTo(Shape.of(10, 256));
  }

  @Test
  @DisplayName("is the same each time")
  void same() {
    assertThat(written("one")).hasSameBinaryContentAs(written("other"));
  }

  @Test
  @DisplayName("has filters whose numbers add up to nothing, and variances about one")
  void drawn() {
    Weights weights = Weights.of(written("weights"));
    float[] filters = weights.values("layer1.0.conv2.weight");
    int length = 8 * 9;
    for (int from = 0; from < filters.length; from += length) {
      double sum = 0;
      double squares = 0;
      for (int i = from; i < from + length; i++) {
        sum += filters[i];
        squares += filters[i] * filters[i];
      }
      assertThat(sum).isCloseTo(0, within(1e-4));
      assertThat(squares).isBetween(1.0, 6.0);
    }
    for (float variance : weights.values("bn1.running_var")) {
      assertThat(variance).isBetween(0.8f, 1.2f);
    }
  }

  @Test
  @DisplayName("is read as the format has it, whoever wrote it")
  void format() throws IOException {
    String header =
        "{\"__metadata__\":{\"by\":\"hand\"},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,4]}}  ";
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + header.length() + 3 * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length())
            .put(header.getBytes(StandardCharsets.US_ASCII))
            .putFloat(1)
            .putFloat(2)
            .putFloat(3);
    Path file = Files.write(folder.resolve("hand.safetensors"), bytes.array());
    Weights weights = Weights.of(file);
    assertThat(weights.shape("a")).isEqualTo(Shape.of(1, 1));
    assertThat(weights.values("a")).containsExactly(1);
    assertThat(weights.values("b")).containsExactly(2, 3);
  }

  @Test
  @DisplayName("is refused where it is something else, with what to do")
  void refused() throws IOException {
    Path file =
        Files.write(
            folder.resolve("text"), "0000000 no weights".getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> Weights.of(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("made again");
  }

  private Path written(String name) {
    Path file = folder.resolve(name + ".safetensors");
    RandomWeights.write(NARROW, file);
    return file;
  }
}
