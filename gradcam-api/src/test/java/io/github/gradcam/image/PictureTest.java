package io.github.gradcam.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.WriteException;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {

  @TempDir Path folder;

  @Test
  void aPictureIsWrittenAsPngWithoutLoss() throws IOException {
    Path file = folder.resolve("photo.png");

    new Picture(Fixtures.photo()).write(file);

    assertThat(file).content(ISO_8859_1).startsWith("\u0089PNG");
    Fixtures.assertSamePixels(ImageIO.read(file.toFile()), Fixtures.photo(), 0);
    assertThat(folder.toFile().list()).containsExactly("photo.png");
  }

  @Test
  void aMapIsGreyFromBlackToWhite() throws IOException {
    Path file = folder.resolve("map.png");

    Picture.grey(Tensor.of(Shape.of(1, 5), 0, 1, 0.5f, -3, 7)).write(file);

    BufferedImage read = ImageIO.read(file.toFile());
    int[] levels = read.getRaster().getSamples(0, 0, 5, 1, 0, (int[]) null);
    assertThat(levels).containsExactly(0, 255, 128, 0, 255);
    assertThat(read.getColorModel().getNumComponents()).isEqualTo(1);
  }

  @Test
  void aPictureIsWrittenAsJpegWithColoursAtHalfResolution() throws IOException {
    Path file = folder.resolve("photo.JPG");

    new Picture(Fixtures.photo()).write(file);

    byte[] jpeg = Files.readAllBytes(file);
    int frame = startOfFrame(jpeg);
    assertThat(jpeg[frame + 9]).as("components").isEqualTo((byte) 3);
    assertThat(jpeg[frame + 11]).as("sampling of lightness").isEqualTo((byte) 0x22);
    assertThat(jpeg[frame + 14]).as("sampling of colour").isEqualTo((byte) 0x11);
    assertThat(jpeg[frame + 17]).as("sampling of colour").isEqualTo((byte) 0x11);
    Pixels read = Pixels.of(ImageIO.read(file.toFile())).grey();
    Pixels written = Pixels.of(Fixtures.photo()).grey();
    int worst = 0;
    for (int i = 0; i < written.rgb().length; i++) {
      worst = Math.max(worst, Math.abs((read.rgb()[i] & 0xff) - (written.rgb()[i] & 0xff)));
    }
    assertThat(worst).as("lightness").isLessThanOrEqualTo(24);
  }

  @Test
  void aMapIsWrittenAsGreyJpeg() throws IOException {
    Path file = folder.resolve("map.jpeg");

    Picture.grey(Tensor.of(Shape.of(1, 2), 0.5f, 0.5f)).write(file);

    assertThat(ImageIO.read(file.toFile()).getColorModel().getNumComponents()).isEqualTo(1);
  }

  @Test
  void aNameThatEndsOtherwiseIsRefusedAndNothingIsWritten() {
    Path file = folder.resolve("photo.bmp");

    assertThatThrownBy(() -> new Picture(Fixtures.photo()).write(file))
        .isInstanceOf(WriteException.class)
        .hasMessage(
            file
                + " cannot be written: the ending of its name says how, and is none of .png, .jpg,"
                + " .jpeg. Choose one of these.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void encodingLeavesTheStreamOpen() throws IOException {
    for (PictureFormat format : PictureFormat.values()) {
      Flag out = new Flag();

      new Picture(Fixtures.photo()).encode(format, out);

      assertThat(out.closed).isFalse();
      Fixtures.assertSamePixels(
          ImageIO.read(new ByteArrayInputStream(out.toByteArray())), Fixtures.photo(), 24);
    }
  }

  @Test
  void aMapOfThreeAxesIsNoPicture() {
    assertThatThrownBy(() -> Picture.grey(Tensor.zeros(Shape.of(1, 2, 3))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("A map to draw is [h, w]")
        .hasMessageContaining("this is [1, 2, 3]");
  }

  @Test
  void itsSizeIsItsPixels() {
    Picture picture = Picture.grey(Tensor.zeros(Shape.of(3, 5)));

    assertThat(picture.width()).isEqualTo(5);
    assertThat(picture.height()).isEqualTo(3);
  }

  @Test
  void aSmallerCopyWeighsWhatItHides() {
    BufferedImage halves = new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB);
    halves.setRGB(2, 0, 2, 2, new int[] {0xffffff, 0xffffff, 0xffffff, 0xffffff}, 0, 2);
    Picture picture = new Picture(halves);
    assertThat(picture.within(4)).isSameAs(picture);

    Picture small = picture.within(2);

    // A triangle of two pixels each side: 0.75, 0.75 and 0.25 of 1.75, so a seventh of white.
    assertThat(small.width()).isEqualTo(2);
    assertThat(small.height()).isEqualTo(1);
    assertThat(small.image().getRGB(0, 0) & 0xffffff).isEqualTo(0x242424);
    assertThat(small.image().getRGB(1, 0) & 0xffffff).isEqualTo(0xdbdbdb);
  }

  private static int startOfFrame(byte[] jpeg) {
    int at = 2;
    while (jpeg[at + 1] != (byte) 0xc0) {
      at += 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
    }
    return at;
  }

  private static final class Flag extends ByteArrayOutputStream {

    private boolean closed;

    @Override
    public void close() {
      closed = true;
    }
  }
}
