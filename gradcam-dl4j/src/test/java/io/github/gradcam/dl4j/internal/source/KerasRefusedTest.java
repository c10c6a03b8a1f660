package io.github.gradcam.dl4j.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.gradcam.spi.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A file of Keras that cannot be opened")
class KerasRefusedTest {

  private static final Path FOLDER = KerasFixture.FOLDER.resolve("refused");

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @DisplayName("because of a layer names it, its kind and what it has")
  @CsvSource({
    "layer-norm, norm, LayerNormalization, SavedModel",
    "gelu, conv, Conv2D, gelu",
    "groups, conv, Conv2D, groups",
    "bilinear, up, UpSampling2D, interpolates",
    "batch-norm-axis, norm, BatchNormalization, axis 1",
    "channels-first, conv, Conv2D, channels_last",
    "lambda, twice, Lambda, without this layer",
    "shared, conv, Conv2D, 2 times",
    "operator, tf.__operators__.add, TFOpLambda, without this layer"
  })
  void layers(String file, String layer, String kind, String what) {
    Path source = FOLDER.resolve(file + ".h5");
    assertThat(Inspector.inspect(source)).isInstanceOf(Verdict.Opens.class);

    assertThatExceptionOfType(SourceException.class)
        .isThrownBy(() -> NetworkReader.read(source, Set.of()))
        .withMessageContainingAll("\"" + layer + "\"", "(" + kind + ")", what);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("as a whole is refused by name, and says what to do")
  @CsvSource({
    "keras1.h5, written by Keras 1.2.2, Keras 2",
    "keras3.h5, written by Keras 3.5.0, tf_keras",
    "weights.h5, weights of Keras without their network, save that as a whole",
    "archive.keras, archive of Keras 3, tf_keras"
  })
  void files(String file, String what, String instead) {
    Path source = FOLDER.resolve(file);

    assertThat(Inspector.inspect(source))
        .asInstanceOf(type(Verdict.Refuses.class))
        .extracting(Verdict.Refuses::message)
        .asString()
        .startsWith(source.toString())
        .contains(what, instead)
        .endsWith(".");
  }

  @Test
  @DisplayName("is unknown if it is HDF5 of another program")
  void other() {
    assertThat(Inspector.inspect(FOLDER.resolve("other.h5"))).isEqualTo(new Verdict.Unknown());
  }

  @Test
  @DisplayName("does not lead to another file")
  void links() {
    assertThatExceptionOfType(SourceException.class)
        .isThrownBy(() -> NetworkReader.read(FOLDER.resolve("link.h5"), Set.of()))
        .withMessageContainingAll("link", "model_weights");
  }

  @Test
  @DisplayName("may lead in circles")
  void circles() {
    assertThatExceptionOfType(SourceException.class)
        .isThrownBy(() -> NetworkReader.read(FOLDER.resolve("cycle.h5"), Set.of()))
        .withMessageContainingAll("conv/conv/model_weights/conv/kernel:0");
  }

  @Test
  @DisplayName("is asked for no more memory than it has bytes")
  void huge() {
    assertThatExceptionOfType(SourceException.class)
        .isThrownBy(() -> NetworkReader.read(FOLDER.resolve("huge.h5"), Set.of()))
        .withMessageContainingAll("kernel:0", "1048576", "8200 bytes");
  }

  @Test
  @DisplayName("is an error of its own wherever it is cut short")
  void truncated() throws IOException {
    byte[] whole = Files.readAllBytes(KerasFixture.of("nested").file());
    Path cut = folder.resolve("cut.h5");
    for (int length = 8; length < whole.length; length += whole.length / 60) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatExceptionOfType(SourceException.class)
          .as("cut to %d of %d bytes", length, whole.length)
          .isThrownBy(() -> NetworkReader.read(cut, Set.of()));
    }
  }
}
