package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;

/** How a photo of any shape becomes an input of one size. */
public sealed interface Resize {

  /** The input's width. */
  int width();

  /** The input's height. */
  int height();

  /**
   * The same way for another input size; what else there is grows or shrinks in proportion.
   *
   * @param width the new width, at least 1
   * @param height the new height, at least 1
   * @return the changed copy
   */
  Resize withSize(int width, int height);

  /**
   * The whole photo, its sides stretched to the input's whatever their ratio.
   *
   * @param width the input's width
   * @param height the input's height
   */
  record Squash(int width, int height) implements Resize {

    /** Checks the size. */
    public Squash {
      requireSize(width, height);
    }

    @Override
    public Squash withSize(int width, int height) {
      return new Squash(width, height);
    }
  }

  /**
   * The photo resized until its shorter side fits, then its centre: torchvision's {@code Resize}
   * and {@code CenterCrop}, rounding included. What lies outside the crop is never seen by the
   * network.
   *
   * @param shorterSide the photo's shorter side after resizing; at least the larger of the two
   *     lengths
   * @param width the input's width
   * @param height the input's height
   * @param centring where the centre is when a margin is an odd number of pixels
   */
  record CentreCrop(int shorterSide, int width, int height, Centring centring) implements Resize {

    /** Checks the sizes. */
    public CentreCrop {
      requireSize(width, height);
      if (shorterSide < Math.max(width, height)) {
        throw new InvalidInputException(
            "A crop of "
                + width
                + " x "
                + height
                + " does not fit into a photo whose shorter side is "
                + shorterSide
                + ". Resize the shorter side to at least "
                + Math.max(width, height)
                + ".");
      }
    }

    /**
     * The centre where torchvision has it, {@link Centring#NEAREST}.
     *
     * @param shorterSide the photo's shorter side after resizing
     * @param width the input's width
     * @param height the input's height
     */
    public CentreCrop(int shorterSide, int width, int height) {
      this(shorterSide, width, height, Centring.NEAREST);
    }

    @Override
    public CentreCrop withSize(int width, int height) {
      requireSize(width, height);
      double ratio = (double) shorterSide / Math.max(this.width, this.height);
      int shorter = (int) Math.round(ratio * Math.max(width, height));
      return new CentreCrop(shorter, width, height, centring);
    }
  }

  /**
   * The whole photo stretched to one size whatever its ratio, then the centre of that: DeiT and
   * BEiT of the transformers library, and timm's crop mode {@code squash}.
   *
   * @param stretchedWidth the width before the crop, at least the input's
   * @param stretchedHeight the height before the crop, at least the input's
   * @param width the input's width
   * @param height the input's height
   * @param centring where the centre is when a margin is an odd number of pixels
   */
  record SquashCrop(
      int stretchedWidth, int stretchedHeight, int width, int height, Centring centring)
      implements Resize {

    /** Checks the sizes. */
    public SquashCrop {
      requireSize(width, height);
      requireSize(stretchedWidth, stretchedHeight);
      if (stretchedWidth < width || stretchedHeight < height) {
        throw new InvalidInputException(
            "A crop of "
                + width
                + " x "
                + height
                + " does not fit into a photo stretched to "
                + stretchedWidth
                + " x "
                + stretchedHeight
                + ". Stretch it to at least the crop's size.");
      }
    }

    @Override
    public SquashCrop withSize(int width, int height) {
      requireSize(width, height);
      return new SquashCrop(
          (int) Math.round((double) stretchedWidth / this.width * width),
          (int) Math.round((double) stretchedHeight / this.height * height),
          width,
          height,
          centring);
    }
  }

  /**
   * The whole photo with its own ratio, as large as fits, in the middle of an even ground.
   *
   * @param width the input's width
   * @param height the input's height
   * @param ground the level of every channel around the photo, 0 to 255; YOLO's is 114
   */
  record Letterbox(int width, int height, int ground) implements Resize {

    /** Checks the size and the level. */
    public Letterbox {
      requireSize(width, height);
      if (ground < 0 || ground > 255) {
        throw new InvalidInputException(
            "The ground around a letterboxed photo is a level from 0 to 255, but is "
                + ground
                + ".");
      }
    }

    @Override
    public Letterbox withSize(int width, int height) {
      return new Letterbox(width, height, ground);
    }
  }

  private static void requireSize(int width, int height) {
    if (width < 1 || height < 1 || (long) width * height > 1 << 26) {
      throw new InvalidInputException(
          "A network's input has at least 1 x 1 and at most 67108864 pixels, but "
              + width
              + " x "
              + height
              + " was asked for.");
    }
  }
}
