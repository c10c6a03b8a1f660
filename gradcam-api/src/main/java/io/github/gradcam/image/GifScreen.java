package io.github.gradcam.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where a GIF's first frame lies on its screen. A frame that reaches beyond makes the screen
 * larger, as in Pillow.
 */
record GifScreen(int left, int top, int width, int height) {

  private static final int HEADER = 13;
  private static final int EXTENSION = 0x21;
  private static final int FRAME = 0x2C;

  static GifScreen of(byte[] file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    try {
      int at = HEADER + paletteBytes(in.get(10));
      while (in.get(at) == EXTENSION) {
        at += 2;
        while (in.get(at) != 0) {
          at += 1 + (in.get(at) & 0xff);
        }
        at++;
      }
      if (in.get(at) != FRAME) {
        throw new BrokenPhotoException("it has no frame");
      }
      int left = in.getChar(at + 1);
      int top = in.getChar(at + 3);
      return new GifScreen(
          left,
          top,
          Math.max(in.getChar(6), left + in.getChar(at + 5)),
          Math.max(in.getChar(8), top + in.getChar(at + 7)));
    } catch (IndexOutOfBoundsException e) {
      throw new BrokenPhotoException("it ends before its first frame");
    }
  }

  /** The frame in its place, the rest clear. */
  BufferedImage show(BufferedImage frame) {
    if (frame.getWidth() == width && frame.getHeight() == height) {
      return frame;
    }
    BufferedImage screen = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var graphics = screen.createGraphics();
    graphics.drawImage(frame, left, top, null);
    graphics.dispose();
    return screen;
  }

  private static int paletteBytes(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }
}
