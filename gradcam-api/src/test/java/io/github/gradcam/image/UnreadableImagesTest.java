package io.github.gradcam.image;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadableImagesTest {

  @TempDir Path folder;

  @Test
  void aMissingFileIsLookedForByItsWholePath() {
    Path file = folder.resolve("dog.jpg");

    assertThatThrownBy(() -> Images.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("There is no file " + file + ". Looked for it at " + file + ".");
  }

  @Test
  void aFolderIsNoPhoto() {
    assertThatThrownBy(() -> Images.read(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(folder + " is a folder, not a photo. Name a file in it.");
  }

  @Test
  void anEmptyFileIsCalledEmpty() throws IOException {
    Path file = Files.createFile(folder.resolve("dog.jpg"));

    assertThatThrownBy(() -> Images.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            file + " is empty: it has no bytes, but a picture was expected. Copy it again.");
  }

  @Test
  void aTextShowsItsFirstBytesAndWhatIsReadable() {
    refused("hello".getBytes(US_ASCII))
        .hasMessage(
            "The stream is no picture: it begins with the bytes 68 65 6c 6c 6f, which no decoder"
                + " knows. Readable are JPEG, PNG, GIF, BMP, TIFF, WBMP and what ImageIO plug-ins"
                + " on the class path add.");
  }

  @Test
  void heicIsNamed() {
    refused("\0\0\0\u0018ftypheic\0\0\0\0".getBytes(US_ASCII))
        .hasMessage(
            "The stream is a HEIC, AVIF or MP4 file, which the JDK does not read. Convert it to"
                + " JPEG or PNG.");
  }

  @ParameterizedTest
  @CsvSource({
    "colour.jpg, 0.1", "colour.jpg, 0.5", "colour.jpg, 0.99", "progressive.jpg, 0.3",
    "progressive.jpg, 0.9", "photo.png, 0.1", "photo.png, 0.5", "photo.png, 0.9",
    "palette.gif, 0.5", "palette.gif, 0.9", "colour.tif, 0.5", "colour.bmp, 0.5",
  })
  void aTruncatedFileIsNeverHalfAPhoto(String name, double share) {
    byte[] whole = Fixtures.bytes(name);

    refused(Arrays.copyOf(whole, (int) (whole.length * share)))
        .hasMessageStartingWith("The stream is truncated or broken: ")
        .hasMessageContaining("Copy or save it again");
  }

  @Test
  void everyTruncationOfEveryKindIsATypedErrorOrThePhoto() {
    for (String name : new String[] {"orientation-6.jpg", "grey-alpha.png", "palette.gif"}) {
      byte[] whole = Fixtures.bytes(name);
      for (int length = 0; length < whole.length; length += 7) {
        byte[] part = Arrays.copyOf(whole, length);
        assertTypedErrorOrPhoto(part);
      }
    }
  }

  @Test
  void everyByteMayBeWrongWithoutAnUntypedError() {
    byte[] whole = Fixtures.bytes("orientation-6.jpg");
    for (int at = 0; at < whole.length; at += 5) {
      byte[] broken = whole.clone();
      broken[at] ^= (byte) 0xff;
      assertTypedErrorOrPhoto(broken);
    }
  }

  @Test
  void aSizeBeyondTheLimitIsRefusedBeforeDecoding() {
    refused(pngOfSize(100_000, 100_000))
        .hasMessage(
            "The stream has 100000 x 100000 pixels, more than the limit of 100000000. Make it"
                + " smaller, or raise the limit if you trust where it comes from.");
  }

  @Test
  void theLimitIsTheCallers() {
    byte[] photo = Fixtures.bytes("photo.png");
    long pixels = 97L * 64;

    assertThat(Images.read(new ByteArrayInputStream(photo), pixels).getWidth()).isEqualTo(97);
    assertThatThrownBy(() -> Images.read(new ByteArrayInputStream(photo), pixels - 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("97 x 64 pixels, more than the limit of 6207");
  }

  @Test
  void aPictureWithoutPixelsIsRefused() {
    refused(pngOfSize(0, 7)).hasMessageContaining("truncated or broken");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(byte[] file) {
    return assertThatThrownBy(() -> Images.read(new ByteArrayInputStream(file)))
        .isInstanceOf(InvalidInputException.class);
  }

  private static void assertTypedErrorOrPhoto(byte[] file) {
    try {
      assertThat(Images.read(new ByteArrayInputStream(file)).getWidth()).isPositive();
    } catch (InvalidInputException e) {
      assertThat(e).hasMessageStartingWith("The stream ");
    }
  }

  /** A PNG's signature, header and end. */
  private static byte[] pngOfSize(int width, int height) {
    ByteBuffer file = ByteBuffer.allocate(8 + 12 + 13 + 12);
    file.putLong(0x89504e470d0a1a0aL).putInt(13).putInt(0x49484452).putInt(width).putInt(height);
    file.put(new byte[] {8, 2, 0, 0, 0});
    CRC32 check = new CRC32();
    check.update(file.array(), 12, 17);
    file.putInt((int) check.getValue());
    return file.putInt(0).putInt(0x49454e44).putInt(0xae426082).array();
  }
}
