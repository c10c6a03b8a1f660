package io.github.gradcam.image;

import java.awt.image.BufferedImage;

/** Turns and mirrors a photo as its EXIF orientation asks. */
final class Upright {

  private Upright() {}

  /**
   * A photo the way it was seen.
   *
   * @param photo as stored
   * @param orientation 1 to 8: where the stored first row and first column belong
   */
  static BufferedImage turned(BufferedImage photo, int orientation) {
    if (orientation == ExifOrientation.UPRIGHT) {
      return photo;
    }
    Pixels stored = Pixels.toRead(photo);
    int right = stored.width() - 1;
    int bottom = stored.height() - 1;
    boolean sideways = orientation >= 5;
    int width = sideways ? stored.height() : stored.width();
    int height = sideways ? stored.width() : stored.height();
    int[] upright = new int[stored.rgb().length];
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++, i++) {
        int column = sideways ? y : x;
        int row = sideways ? x : y;
        boolean fromRight = orientation == 2 || orientation == 3 || orientation >= 7;
        boolean fromBottom =
            orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        upright[i] =
            stored
                .rgb()[
                (fromBottom ? bottom - row : row) * stored.width()
                    + (fromRight ? right - column : column)];
      }
    }
    return new Pixels(width, height, upright).toImage();
  }
}
