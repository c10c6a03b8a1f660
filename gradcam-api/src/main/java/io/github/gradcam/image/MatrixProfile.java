package io.github.gradcam.image;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Three curves and a matrix, which is what cameras, telephones and screens describe themselves by.
 *
 * <p>The JDK's colour management gives the same colours, but takes longer to set up than a small
 * photo to decode.
 *
 * @param curves light by level, of red, green and blue
 * @param matrix from that light to sRGB's, row by row
 */
record MatrixProfile(float[][] curves, float[] matrix) implements ColourProfile {

  /** From CIE XYZ as profiles have it, adapted to D50 by Bradford's method, to sRGB's light. */
  private static final double[][] FROM_XYZ = {
    {3.1338561, -1.6168667, -0.4906146},
    {-0.9787684, 1.9161415, 0.0334540},
    {0.0719453, -0.2289914, 1.4052427},
  };

  private static final int[] PROBED = {0, 85, 170, 255};

  static Optional<MatrixProfile> of(IccProfile icc) {
    float[][] curves = new float[3][];
    float[] matrix = new float[9];
    for (int channel = 0; channel < 3; channel++) {
      String letter = "rgb".substring(channel, channel + 1);
      Optional<ByteBuffer> xyz = icc.tag(letter + "XYZ").filter(tag -> tag.capacity() >= 20);
      Optional<float[]> curve = ToneCurve.of(icc, letter + "TRC");
      if (xyz.isEmpty() || curve.isEmpty() || !icc.leadsToXyz()) {
        return Optional.empty();
      }
      curves[channel] = curve.get();
      for (int row = 0; row < 3; row++) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
          sum += FROM_XYZ[row][i] * xyz.get().getInt(8 + 4 * i) / 65536.0;
        }
        matrix[3 * row + channel] = (float) sum;
      }
    }
    return Optional.of(new MatrixProfile(curves, matrix));
  }

  /** Whether no colour moves by more than a level: then nothing need be done. */
  boolean isSrgb() {
    for (int red : PROBED) {
      for (int green : PROBED) {
        for (int blue : PROBED) {
          int rgb = red << 16 | green << 8 | blue;
          if (!isWithinALevel(rgb, converted(rgb))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  @Override
  public void toSrgb(int[] argb) {
    for (int i = 0; i < argb.length; i++) {
      argb[i] = converted(argb[i]);
    }
  }

  private int converted(int argb) {
    float red = curves[0][argb >> 16 & 0xff];
    float green = curves[1][argb >> 8 & 0xff];
    float blue = curves[2][argb & 0xff];
    return argb & 0xff000000
        | SrgbCurve.level(matrix[0] * red + matrix[1] * green + matrix[2] * blue) << 16
        | SrgbCurve.level(matrix[3] * red + matrix[4] * green + matrix[5] * blue) << 8
        | SrgbCurve.level(matrix[6] * red + matrix[7] * green + matrix[8] * blue);
  }

  private static boolean isWithinALevel(int rgb, int other) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((rgb >> shift & 0xff) - (other >> shift & 0xff)) > 1) {
        return false;
      }
    }
    return true;
  }
}
