package io.github.gradcam.tck;

/** How far numbers may lie apart, relative to the largest of those expected. */
final class Tolerance {

  /**
   * Against numbers that another program computed. Float32 has a unit of 1.2e-7; sums of some
   * hundred products in another order move by a few of them in each of the layers. The reference
   * itself comes out within 6.6e-7 on other processors.
   */
  static final double OTHER_PROGRAM = 5e-6;

  /**
   * Between two ways to the same numbers in one engine, such as a batch and its single images: the
   * engine may choose other kernels for another size, but not another precision. A batch is
   * compared as a whole: an image whose scores happen to be small is summed from terms as large as
   * those of any other.
   */
  static final double OTHER_WAY = 1e-6;

  /**
   * Between a gradient and the central difference of outputs that are float32: outputs of size 3
   * are exact to about 1e-6, which a step of 1/512 makes 3e-4 of slope, some thousandths of the
   * largest.
   */
  static final double FINITE_DIFFERENCE = 1e-2;

  /** How far forward and backward difference lie apart at most, where the network is linear. */
  static final double LINEAR = 4e-3;

  private Tolerance() {}
}
