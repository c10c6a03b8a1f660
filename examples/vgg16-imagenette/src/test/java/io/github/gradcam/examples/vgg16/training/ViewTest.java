package io.github.gradcam.examples.vgg16.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ViewTest {

  @Test
  void theWholeIsThePhotoItself() {
    BufferedImage photo = photo(7, 5);

    assertThat(View.WHOLE.of(photo)).isSameAs(photo);
  }

  @Test
  void mirroredSwapsLeftAndRight() {
    BufferedImage mirrored = View.MIRRORED.of(photo(7, 5));

    assertThat(mirrored.getWidth()).isEqualTo(7);
    assertThat(mirrored.getHeight()).isEqualTo(5);
    for (int x = 0; x < 7; x++) {
      for (int y = 0; y < 5; y++) {
        assertThat(mirrored.getRGB(x, y)).isEqualTo(photo(7, 5).getRGB(6 - x, y));
      }
    }
  }

  @Test
  void aPartIsWhereItSaysItIs() {
    BufferedImage part = new View(0.25, 0.5, 0.5, 0.5, false).of(photo(8, 4));

    assertThat(part.getWidth()).isEqualTo(4);
    assertThat(part.getHeight()).isEqualTo(2);
    assertThat(part.getRGB(0, 0)).isEqualTo(photo(8, 4).getRGB(2, 2));
    assertThat(part.getRGB(3, 1)).isEqualTo(photo(8, 4).getRGB(5, 3));
  }

  @Test
  void byChanceAtLeastHalfOfThePhotoIsSeenAndBothSidesUp() {
    SplittableRandom random = new SplittableRandom(1);
    int mirrored = 0;
    for (int i = 0; i < 1000; i++) {
      View view = View.random(random);
      assertThat(view.width() * view.height()).isBetween(0.4, 1.0);
      assertThat(view.left() + view.width()).isBetween(0.0, 1.0);
      assertThat(view.top() + view.height()).isBetween(0.0, 1.0);
      mirrored += view.mirrored() ? 1 : 0;
      BufferedImage seen = view.of(photo(3, 2));
      assertThat(seen.getWidth() * seen.getHeight()).isPositive();
    }
    assertThat(mirrored).isBetween(400, 600);
  }

  private static BufferedImage photo(int width, int height) {
    BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        photo.setRGB(x, y, 0xff000000 | x << 16 | y << 8);
      }
    }
    return photo;
  }
}
