package io.github.gradcam.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEG by way of the JDK, with colours at half resolution, as in the photos of cameras. */
final class Jpeg {

  private static final float QUALITY = 0.92f;

  private Jpeg() {}

  static void encode(BufferedImage image, OutputStream out) throws IOException {
    BufferedImage plain =
        image.getType() == BufferedImage.TYPE_BYTE_GRAY ? image : bytes(Srgb.of(image));
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(plain, null, null), settings);
    } finally {
      writer.dispose();
    }
  }

  /** The same pixels as single bytes, which the JDK encodes a third faster than packed ones. */
  private static BufferedImage bytes(BufferedImage packed) {
    int width = packed.getWidth();
    int[] rgb = new int[width];
    byte[] bgr = new byte[3 * width];
    BufferedImage bytes =
        new BufferedImage(width, packed.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] all = ((DataBufferByte) bytes.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < packed.getHeight(); y++) {
      packed.getRaster().getDataElements(0, y, width, 1, rgb);
      for (int x = 0, at = 0; x < width; x++, at += 3) {
        int pixel = rgb[x];
        bgr[at] = (byte) pixel;
        bgr[at + 1] = (byte) (pixel >> 8);
        bgr[at + 2] = (byte) (pixel >> 16);
      }
      System.arraycopy(bgr, 0, all, y * bgr.length, bgr.length);
    }
    return bytes;
  }
}
