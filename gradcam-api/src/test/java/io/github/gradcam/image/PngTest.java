package io.github.gradcam.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written is read by the JDK's decoder, which shares nothing with the writer. */
class PngTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 4000", "4000, 1", "2, 3", "97, 64", "301, 200", "40000, 3"})
  void colouredPixelsComeBackAsTheyWere(int width, int height) throws IOException {
    for (Content content : Content.values()) {
      BufferedImage picture = picture(width, height, BufferedImage.TYPE_INT_RGB, content);

      BufferedImage read = read(encoded(picture));

      Fixtures.assertSamePixels(read, picture, 0);
      assertThat(read.getColorModel().getNumComponents()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 4000", "4000, 1", "2, 3", "97, 64", "301, 200"})
  void greyPixelsComeBackAsGrey(int width, int height) throws IOException {
    for (Content content : Content.values()) {
      BufferedImage picture = picture(width, height, BufferedImage.TYPE_BYTE_GRAY, content);

      BufferedImage read = read(encoded(picture));

      assertThat(read.getColorModel().getNumComponents()).isEqualTo(1);
      assertThat(read.getRaster().getSamples(0, 0, width, height, 0, (int[]) null))
          .isEqualTo(picture.getRaster().getSamples(0, 0, width, height, 0, (int[]) null));
    }
  }

  @Test
  void aPartOfAPictureIsWrittenAlone() throws IOException {
    BufferedImage whole = picture(50, 40, BufferedImage.TYPE_INT_RGB, Content.NOISE);

    BufferedImage part = whole.getSubimage(7, 11, 20, 13);

    Fixtures.assertSamePixels(read(encoded(part)), part, 0);
  }

  @ParameterizedTest
  @CsvSource({"2", "5", "6", "10", "11", "12", "13"})
  void otherKindsOfPictureComeBackAsTheyWereToo(int type) throws IOException {
    BufferedImage picture = picture(30, 20, type, Content.NOISE);

    BufferedImage read = read(encoded(picture));

    for (int i = 0; i < 30 * 20; i++) {
      assertThat(read.getRGB(i % 30, i / 30)).isEqualTo(picture.getRGB(i % 30, i / 30));
    }
  }

  @Test
  void everyChunkHasItsLengthAndChecksum() throws IOException {
    byte[] png = encoded(picture(300, 200, BufferedImage.TYPE_INT_RGB, Content.NOISE));
    ByteBuffer in = ByteBuffer.wrap(png).position(8);
    StringBuilder names = new StringBuilder();

    while (in.hasRemaining()) {
      int length = in.getInt();
      CRC32 sum = new CRC32();
      sum.update(png, in.position(), length + 4);
      names.append(new String(png, in.position(), 4)).append(' ');
      in.position(in.position() + length + 4);
      assertThat(in.getInt()).isEqualTo((int) sum.getValue());
    }

    assertThat(names.toString()).matches("IHDR (IDAT ){2,}IEND ");
  }

  @Test
  void evenPicturesBecomeSmall() throws IOException {
    assertThat(encoded(picture(1000, 1000, BufferedImage.TYPE_INT_RGB, Content.EVEN)))
        .hasSizeLessThan(20_000);
  }

  private enum Content {
    EVEN,
    NOISE,
    /** Even rows and noisy ones by turns, in stretches of changing length. */
    STRETCHES
  }

  private static BufferedImage picture(int width, int height, int type, Content content) {
    BufferedImage picture = new BufferedImage(width, height, type);
    Random random = new Random(width * 31L + height);
    boolean noisy = content == Content.NOISE;
    for (int y = 0; y < height; y++) {
      if (content == Content.STRETCHES && random.nextInt(1 + y % 7) == 0) {
        noisy = !noisy;
      }
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, noisy ? random.nextInt() : 0xff336699);
      }
    }
    return picture;
  }

  private static byte[] encoded(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Picture(picture).encode(PictureFormat.PNG, out);
    return out.toByteArray();
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
