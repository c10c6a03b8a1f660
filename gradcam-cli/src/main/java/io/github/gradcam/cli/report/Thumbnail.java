package io.github.gradcam.cli.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A small picture as it goes into the page.
 *
 * @param width in pixels
 * @param height in pixels
 * @param jpeg the encoded picture
 */
record Thumbnail(int width, int height, byte[] jpeg) {

  /** Below this, heat and photo begin to show the blocks of 8 pixels. */
  private static final float QUALITY = 0.7f;

  static Thumbnail of(BufferedImage picture) {
    return new Thumbnail(picture.getWidth(), picture.getHeight(), encoded(picture));
  }

  private static byte[] encoded(BufferedImage picture) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written to.", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The picture as an address that holds it. */
  String address() {
    return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
  }
}
