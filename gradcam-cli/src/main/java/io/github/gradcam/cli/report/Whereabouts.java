package io.github.gradcam.cli.report;

import io.github.gradcam.image.Placement;
import io.github.gradcam.tensor.Tensor;
import java.nio.FloatBuffer;

/** Which ninth of a photo has most of a map's heat: a picture in words, for those who hear it. */
enum Whereabouts {
  UPPER_LEFT("at the upper left"),
  TOP("at the top"),
  UPPER_RIGHT("at the upper right"),
  LEFT("at the left"),
  CENTRE("in the centre"),
  RIGHT("at the right"),
  LOWER_LEFT("at the lower left"),
  BOTTOM("at the bottom"),
  LOWER_RIGHT("at the lower right"),
  NOWHERE("nowhere");

  private final String words;

  Whereabouts(String words) {
    this.words = words;
  }

  /** Such as {@code at the upper left}. */
  String words() {
    return words;
  }

  /**
   * Sums heat over the ninths of the photo.
   *
   * @param heat {@code [h, w]}, 0 to 1, over the network's whole input
   * @param placement where that input lies on the photo
   */
  static Whereabouts of(Tensor heat, Placement placement) {
    int height = heat.shape().length(0);
    int width = heat.shape().length(1);
    double[] ninths = new double[9];
    FloatBuffer values = heat.toBuffer();
    for (int y = 0; y < height; y++) {
      double down = placement.region().y() + (y + 0.5) / height * placement.region().height();
      int row = third(down / placement.photoHeight());
      for (int x = 0; x < width; x++) {
        double across = placement.region().x() + (x + 0.5) / width * placement.region().width();
        ninths[3 * row + third(across / placement.photoWidth())] += values.get();
      }
    }
    Whereabouts most = NOWHERE;
    double sum = 0;
    for (int i = 0; i < ninths.length; i++) {
      if (ninths[i] > sum) {
        sum = ninths[i];
        most = values()[i];
      }
    }
    return most;
  }

  private static int third(double fraction) {
    return (int) Math.max(0, Math.min(2, Math.floor(3 * fraction)));
  }
}
