package io.github.gradcam.bench.network.torchscript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.Models;
import io.github.gradcam.bench.network.architecture.Network;
import io.github.gradcam.bench.network.architecture.Networks;
import io.github.gradcam.bench.network.architecture.Scale;
import io.github.gradcam.bench.network.weights.RandomWeights;
import io.github.gradcam.bench.network.weights.Weights;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A TorchScript archive")
class TorchScriptArchiveTest {

  private static final int LOCAL_HEADER = 0x04034b50;

  @TempDir private Path folder;
  private Path file;
  private Weights weights;

  @BeforeEach
  void write() {
    Network network = Networks.of("mobilenet_v2", new Scale(8, 64, 10));
    Path numbers = folder.resolve("weights.safetensors");
    RandomWeights.write(network, numbers);
    weights = Weights.of(numbers);
    file = folder.resolve("network.pt");
    TorchScriptArchive.write(network, weights, file);
  }

  @Test
  @DisplayName("has each array's numbers once, not compressed")
  void numbers() throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      assertThat(entries).extracting(ZipEntry::getMethod).containsOnly(ZipEntry.STORED);
      assertThat(entries.stream().filter(entry -> entry.getName().contains("/data/")))
          .hasSameSizeAs(weights.names());
      byte[] first = zip.getInputStream(zip.getEntry("mobilenet_v2/data/0")).readAllBytes();
      byte[] expected = new byte[first.length];
      weights.bytes("features.0.0.weight").get(expected);
      assertThat(first).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("has every entry's content at a multiple of 64 bytes")
  void aligned() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    int entries = 0;
    while (bytes.getInt(at) == LOCAL_HEADER) {
      int content = at + 30 + bytes.getShort(at + 26) + bytes.getShort(at + 28);
      assertThat(content % 64).isZero();
      at = content + bytes.getInt(at + 18);
      entries++;
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(entries).isEqualTo(zip.size());
    }
  }

  @Test
  @DisplayName("has torchvision's modules, with what they put out")
  void modules() {
    Shape image = Shape.of(3, 64, 64);
    try (Model model = Models.load(file)) {
      assertThat(model.layers(image))
          .extracting(Layer::path)
          .contains("features", "features.1.conv.0.1", "features.3.conv", "features.18.2")
          .doesNotContain("features.19");
      assertThat(model.layers(image))
          .filteredOn(layer -> layer.path().equals("features.18"))
          .extracting(Layer::kind, Layer::outputShape)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("Conv2dNormActivation", Shape.of(160, 2, 2)));
    }
  }
}
