package io.github.gradcam.bench.side;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InputsTest {

  @TempDir private Path folder;

  @Test
  void photosLieOneBehindTheOther() throws IOException {
    Inputs inputs = Inputs.read(counting(2 * 3 * 2 * 2), 2);

    assertThat(inputs.photos()).hasSize(2);
    assertThat(inputs.single(1).shape()).isEqualTo(Shape.of(1, 3, 2, 2));
    assertThat(inputs.single(1).toArray()).startsWith(12).endsWith(23);
  }

  @Test
  void aLargerBatchBeginsAgain() throws IOException {
    float[] batch = Inputs.read(counting(2 * 3 * 2 * 2), 2).batch(3).toArray();

    assertThat(batch).hasSize(36).startsWith(0, 1).endsWith(10, 11);
  }

  @Test
  void halfAPhotoIsRefused() throws IOException {
    Path file = counting(18);

    assertThatThrownBy(() -> Inputs.read(file, 2))
        .hasMessageContaining("18 numbers")
        .hasMessageContaining("multiple of 12");
  }

  private Path counting(int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      bytes.putFloat(i);
    }
    return Files.write(folder.resolve("inputs.f32"), bytes.array());
  }
}
