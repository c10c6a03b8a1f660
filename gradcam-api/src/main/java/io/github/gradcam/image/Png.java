package io.github.gradcam.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * PNG. Opaque pictures and grey ones, which is what this package draws, are written here at a third
 * of the time the JDK takes, and smaller; all other kinds by the JDK.
 *
 * <p>What a filter leaves of a photo hardly ever repeats, so looking for repetitions is not worth
 * its time there; in even rows it is.
 */
final class Png {

  private static final int BAND = 1 << 16;
  private static final int GREY = 0;
  private static final int COLOUR = 2;

  private Png() {}

  static void encode(BufferedImage image, OutputStream out) throws IOException {
    if (image.getType() == BufferedImage.TYPE_INT_RGB) {
      encode(image, COLOUR, 3, out);
    } else if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      encode(image, GREY, 1, out);
    } else {
      encodeByJdk(image, out);
    }
  }

  private static void encode(BufferedImage image, int kind, int channels, OutputStream out)
      throws IOException {
    Raster raster = image.getRaster();
    PngRows rows = new PngRows(raster.getWidth(), channels);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      PngChunks chunks = new PngChunks(out);
      chunks.header(raster.getWidth(), raster.getHeight(), kind);
      byte[] band = new byte[Math.max(1, BAND / rows.length()) * rows.length()];
      int filled = 0;
      int strategy = Deflater.HUFFMAN_ONLY;
      for (int y = 0; y < raster.getHeight(); y++) {
        rows.read(raster, y);
        int wanted = rows.isEven() ? Deflater.DEFAULT_STRATEGY : Deflater.HUFFMAN_ONLY;
        if (wanted != strategy || filled == band.length) {
          deflate(deflater, strategy, band, filled, chunks);
          strategy = wanted;
          filled = 0;
        }
        rows.filter(band, filled);
        filled += rows.length();
      }
      deflate(deflater, strategy, band, filled, chunks);
      chunks.end(deflater);
    } finally {
      deflater.end();
    }
  }

  private static void deflate(
      Deflater deflater, int strategy, byte[] band, int length, PngChunks chunks)
      throws IOException {
    deflater.setStrategy(strategy);
    deflater.setInput(band, 0, length);
    chunks.data(deflater);
  }

  private static void encodeByJdk(BufferedImage image, OutputStream out) throws IOException {
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      if (!ImageIO.write(image, "png", stream)) {
        throw new IOException(
            "no PNG writer takes a picture of this kind: " + image.getColorModel());
      }
    }
  }
}
