package io.github.gradcam.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.WriteException;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NpyTest {

  @TempDir Path folder;

  static Stream<Arguments> arrays() {
    return Stream.of(
        Arguments.of("scalar", Shape.of()),
        Arguments.of("vector", Shape.of(5)),
        Arguments.of("matrix", Shape.of(2, 3)),
        Arguments.of("batch", Shape.of(1, 2, 1, 3)));
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void theFileIsNumpysByteForByte(String name, Shape shape) throws IOException {
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 3f;
    }
    Path file = folder.resolve("map.npy");

    Npy.write(Tensor.of(shape, values), file);

    assertThat(file).hasBinaryContent(golden(name + ".npy"));
  }

  @Test
  void manyNumbersAreAllWritten() throws IOException {
    Path file = folder.resolve("large.npy");

    Npy.write(Tensor.zeros(Shape.of(300, 301)), file);

    assertThat(Files.size(file)).isEqualTo(128 + 4L * 300 * 301);
  }

  @Test
  void anItemOfABatchIsWrittenAlone() {
    Tensor batch = Tensor.of(Shape.of(2, 2), 1, 2, 3, 4);
    Path one = folder.resolve("one.npy");
    Path other = folder.resolve("other.npy");

    Npy.write(batch.item(1), one);
    Npy.write(Tensor.of(Shape.of(2), 3, 4), other);

    assertThat(one).hasSameBinaryContentAs(other);
  }

  @Test
  void aMissingFolderIsNamed() {
    Path file = folder.resolve("missing").resolve("map.npy");

    assertThatThrownBy(() -> Npy.write(Tensor.zeros(Shape.of(1)), file))
        .isInstanceOf(WriteException.class)
        .hasMessage(
            file
                + " cannot be written: there is no folder "
                + file.getParent()
                + ". Create it first.");
  }

  private static byte[] golden(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(NpyTest.class.getResourceAsStream(name))) {
      return in.readAllBytes();
    }
  }
}
