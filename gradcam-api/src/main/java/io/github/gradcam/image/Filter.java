package io.github.gradcam.image;

/** How much a pixel counts by its distance, as in Pillow's {@code Resample.c}. */
enum Filter {
  /** A triangle. */
  BILINEAR(1) {
    @Override
    double at(double distance) {
      return Math.max(0, 1 - Math.abs(distance));
    }
  },
  /** Keys' cubic with a = −0.5. */
  BICUBIC(2) {
    @Override
    double at(double distance) {
      double x = Math.abs(distance);
      if (x < 1) {
        return ((A + 2) * x - (A + 3)) * x * x + 1;
      }
      return x < 2 ? (((x - 5) * x + 8) * x - 4) * A : 0;
    }
  },
  /** A sinc windowed by its own middle lobe, three lobes wide. */
  LANCZOS(3) {
    @Override
    double at(double distance) {
      return distance >= -3 && distance < 3 ? sinc(distance) * sinc(distance / 3) : 0;
    }
  };

  private static final double A = -0.5;

  private final double support;

  Filter(double support) {
    this.support = support;
  }

  abstract double at(double distance);

  /** Beyond this distance nothing counts. */
  double support() {
    return support;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : StrictMath.sin(x * Math.PI) / (x * Math.PI);
  }
}
