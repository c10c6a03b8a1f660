package io.github.gradcam.examples.vgg16.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.WriteException;
import io.github.gradcam.examples.vgg16.network.NarrowVgg;
import io.github.gradcam.examples.vgg16.network.Weights;
import io.github.gradcam.examples.vgg16.network.WeightsException;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A SavedModel's folder")
class SavedModelFolderTest {

  @TempDir Path folder;

  @Test
  @DisplayName("holds the graph and a checkpoint, is replaced, and leaves nothing beside it")
  void replaced() throws IOException {
    Path written = folder.resolve("model");
    SavedModelFolder.write(NarrowVgg.weights(1), written);
    byte[] once = Files.readAllBytes(written.resolve("variables/variables.data-00000-of-00001"));
    Files.writeString(written.resolve("old"), "old");

    SavedModelFolder.write(NarrowVgg.weights(2), written);

    assertThat(names(folder)).containsExactly("model");
    assertThat(names(written)).containsExactlyInAnyOrder("saved_model.pb", "variables");
    assertThat(written.resolve("variables/variables.data-00000-of-00001")).isNotEmptyFile();
    assertThat(Files.readAllBytes(written.resolve("variables/variables.data-00000-of-00001")))
        .isNotEqualTo(once);
  }

  @Test
  @DisplayName("does not replace a folder of another kind")
  void another() throws IOException {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Files.writeString(photos.resolve("dog.jpg"), "a dog");

    assertThatThrownBy(() -> SavedModelFolder.write(NarrowVgg.weights(1), photos))
        .isInstanceOf(WriteException.class)
        .hasMessageContaining(photos.toString())
        .hasMessageContaining("saved_model.pb");

    assertThat(photos.resolve("dog.jpg")).hasContent("a dog");
  }

  @Test
  @DisplayName("is not written for weights that are not a whole network's, nor is an archive")
  void notWhole() throws IOException {
    Weights weights =
        NarrowVgg.weights(1)
            .with(Map.of("block3_conv2.weight", Tensor.zeros(Shape.of(16, 15, 3, 3))));

    assertThatThrownBy(() -> SavedModelFolder.write(weights, folder.resolve("model")))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("block3_conv2")
        .hasMessageContaining("[16, 15, 3, 3]")
        .hasMessageContaining("[16, 16, 3, 3]");
    assertThatThrownBy(() -> DeeplearningArchive.write(weights, folder.resolve("model.zip")))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("block3_conv2");
    assertThat(names(folder)).isEmpty();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}
