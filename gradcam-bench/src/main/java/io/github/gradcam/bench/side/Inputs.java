package io.github.gradcam.bench.side;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Preprocessed photos.
 *
 * @param photos each {@code [3, size, size]}
 */
record Inputs(List<Tensor> photos) {

  static Inputs read(Path file, int size) {
    FloatBuffer values;
    try {
      values =
          ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException("The inputs cannot be read: " + e, e);
    }
    Shape shape = Shape.of(3, size, size);
    if (values.capacity() == 0 || values.capacity() % shape.size() != 0) {
      throw new IllegalArgumentException(
          "\"%s\" holds %d numbers: expected a multiple of %d, for photos of %s."
              .formatted(file, values.capacity(), shape.size(), shape));
    }
    return new Inputs(
        IntStream.range(0, values.capacity() / shape.size())
            .mapToObj(i -> Tensor.copyOf(shape, values.slice(i * shape.size(), shape.size())))
            .toList());
  }

  /** The first photos as a batch; they begin again where there are fewer. */
  Tensor batch(int count) {
    return Tensor.stack(IntStream.range(0, count).mapToObj(this::photo).toList());
  }

  /** One photo as a batch. */
  Tensor single(int index) {
    return Tensor.stack(List.of(photo(index)));
  }

  private Tensor photo(int index) {
    return photos.get(index % photos.size());
  }
}
