package io.github.gradcam.examples.vgg16.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.examples.vgg16.network.Vgg16;
import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotosTest {

  private static final int SIDE = 224;
  private static final int GREY = 150;
  private static final float[] MEAN_OF_BLUE_GREEN_RED = {103.939f, 116.779f, 123.68f};

  @TempDir private Path folder;

  @Test
  void greyPhotoIsThreeEqualChannelsLessTheirMeans() throws IOException {
    BufferedImage grey = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        grey.getRaster().setSample(x, y, 0, GREY);
      }
    }
    PhotoFile photo = photo("grey.JPEG");
    ImageIO.write(grey, "jpg", photo.file().toFile());

    BufferedImage read = Photos.read(photo);
    Tensor input = Vgg16.PREPROCESSING.prepare(read).input();

    assertThat(read.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
    for (int channel = 0; channel < 3; channel++) {
      for (int place : new int[] {0, SIDE / 2, SIDE - 1}) {
        assertThat(input.get(channel, place, place) + MEAN_OF_BLUE_GREEN_RED[channel])
            .isBetween(GREY - 1f, GREY + 1f);
      }
    }
  }

  @Test
  void photoThatIsGoneIsAnError() {
    assertThatThrownBy(() -> Photos.read(photo("gone.JPEG")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("gone.JPEG");
  }

  private PhotoFile photo(String name) {
    return new PhotoFile(folder.resolve(name), "n01440764/" + name, 0);
  }
}
