package io.github.gradcam.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.gradcam.error.InvalidInputException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a file, it is a photo or one kind of error: no other, and no hang. */
@Timeout(300)
class MutatedPhotosTest {

  private static final int MUTATIONS = 100;

  @ParameterizedTest
  @MethodSource("io.github.gradcam.image.Photos#readable")
  void aMutatedFileIsAPhotoOrATypedError(Path file) {
    byte[] whole = Photos.bytes(file);
    long first = file.getFileName().toString().hashCode();
    for (int i = 0; i < MUTATIONS; i++) {
      Mutation mutation = new Mutation(first + i);
      assertPhotoOrTypedError(mutation.of(whole), mutation.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.gradcam.image.Photos#readable")
  void anyTruncatedFileIsAPhotoOrATypedError(Path file) {
    byte[] whole = Photos.bytes(file);
    int step = Math.max(1, whole.length / 50);
    for (int length = 0; length < whole.length; length += step) {
      assertPhotoOrTypedError(Arrays.copyOf(whole, length), "cut off after " + length);
    }
  }

  private static void assertPhotoOrTypedError(byte[] file, String how) {
    try {
      BufferedImage photo = Images.read(new ByteArrayInputStream(file));
      assertThat(photo.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
    } catch (InvalidInputException e) {
      assertThat(e).hasMessageStartingWith("The stream ");
    } catch (Throwable e) { // an Error too must not come through
      fail(how, e);
    }
  }
}
