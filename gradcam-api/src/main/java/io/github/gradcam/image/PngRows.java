package io.github.gradcam.image;

import java.awt.image.Raster;

/**
 * A picture's rows as PNG stores them: each behind the number of its filter. That is "average" in
 * photos, and "up" where most pixels equal their neighbour, as in text and margins.
 */
final class PngRows {

  private static final byte UP = 2;
  private static final byte AVERAGE = 3;

  private final int channels;
  private final int[] colours;
  private final byte[] greys;

  /** A row and the one above it, each behind a pixel of zeros. */
  private byte[] row;

  private byte[] above;
  private boolean even;

  PngRows(int width, int channels) {
    this.channels = channels;
    this.colours = new int[channels == 1 ? 0 : width];
    this.greys = new byte[channels == 1 ? width : 0];
    this.row = new byte[channels * (width + 1)];
    this.above = new byte[row.length];
  }

  /** How many bytes a row takes. */
  int length() {
    return row.length - channels + 1;
  }

  /** Reads a row; rows come one after the other from the first. */
  void read(Raster raster, int y) {
    byte[] spare = above;
    above = row;
    row = spare;
    int same = 0;
    if (channels == 1) {
      raster.getDataElements(0, y, greys.length, 1, greys);
      System.arraycopy(greys, 0, row, 1, greys.length);
      for (int i = 1; i < greys.length; i++) {
        same += greys[i] == greys[i - 1] ? 1 : 0;
      }
      even = same > greys.length / 2;
    } else {
      raster.getDataElements(0, y, colours.length, 1, colours);
      for (int i = 1; i < colours.length; i++) {
        same += colours[i] == colours[i - 1] ? 1 : 0;
      }
      even = same > colours.length / 2;
      unpack();
    }
  }

  /** Whether most pixels of the row equal their neighbour. */
  boolean isEven() {
    return even;
  }

  /** Filters the row that was read. */
  void filter(byte[] band, int at) {
    int to = at + 1 - channels;
    if (even) {
      band[at] = UP;
      for (int i = channels; i < row.length; i++) {
        band[to + i] = (byte) (row[i] - above[i]);
      }
    } else {
      band[at] = AVERAGE;
      for (int i = channels; i < row.length; i++) {
        int predicted = ((row[i - channels] & 0xff) + (above[i] & 0xff)) >> 1;
        band[to + i] = (byte) (row[i] - predicted);
      }
    }
  }

  private void unpack() {
    int to = 3;
    for (int rgb : colours) {
      row[to] = (byte) (rgb >> 16);
      row[to + 1] = (byte) (rgb >> 8);
      row[to + 2] = (byte) rgb;
      to += 3;
    }
  }
}
