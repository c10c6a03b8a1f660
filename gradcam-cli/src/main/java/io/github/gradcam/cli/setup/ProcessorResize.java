package io.github.gradcam.cli.setup;

import io.github.gradcam.cli.setup.ProcessorSize.Shorter;
import io.github.gradcam.cli.setup.ProcessorSize.Stretched;
import io.github.gradcam.image.Centring;
import io.github.gradcam.image.Resize;

/**
 * How an image processor brings photos to the input's size.
 *
 * @param processor the class
 * @param settings what it works with
 */
record ProcessorResize(ImageProcessor processor, Settings settings) {

  private static final String SIZE = "size";
  private static final String CROP_PCT = "crop_pct";
  private static final String DO_CENTER_CROP = "do_center_crop";

  /** From this size on ConvNext's processor stretches the photo instead of cutting it. */
  private static final int CONVNEXT_WARPS = 384;

  Resize resize() {
    if (!settings.flag("do_resize")) {
      throw settings.wrong("do_resize", "true: the network's input has one size");
    }
    ProcessorSize size = ProcessorSize.of(settings, SIZE, processor);
    return processor.family().equals("ConvNext") ? convNext(size) : general(enlarged(size));
  }

  private Resize convNext(ProcessorSize size) {
    if (!(size instanceof Shorter shorter)) {
      throw settings.wrong(SIZE, "a shortest_edge, as ConvNextImageProcessor needs it");
    }
    if (settings.flag(DO_CENTER_CROP)) {
      throw settings.wrong(DO_CENTER_CROP, "false: ConvNextImageProcessor cuts by itself");
    }
    int side = shorter.side();
    return side < CONVNEXT_WARPS
        ? cropped(new Shorter(divided(side)), side, side, CROP_PCT)
        : new Resize.Squash(side, side);
  }

  /** The size before the crop, where a class makes it larger than what is written. */
  private ProcessorSize enlarged(ProcessorSize size) {
    if (processor.family().equals("Levit") && size instanceof Shorter shorter) {
      return new Shorter((int) (256.0 / 224 * shorter.side()));
    }
    if (processor.family().equals("PoolFormer") && settings.has(CROP_PCT)) {
      if (size instanceof Stretched sides) {
        return sides.width() == sides.height()
            ? new Shorter(divided(sides.width()))
            : new Stretched(divided(sides.width()), divided(sides.height()));
      }
      return new Shorter(divided(((Shorter) size).side()));
    }
    return size;
  }

  private Resize general(ProcessorSize size) {
    if (settings.flag(DO_CENTER_CROP)) {
      ProcessorSize crop = ProcessorSize.of(settings, "crop_size", processor);
      if (!(crop instanceof Stretched sides)) {
        throw settings.wrong("crop_size", "a height and a width");
      }
      return cropped(size, sides.width(), sides.height(), "crop_size");
    }
    if (!(size instanceof Stretched sides)) {
      throw settings.wrong(
          SIZE,
          "a height and a width: with a shortest_edge and no do_center_crop the input's size would"
              + " change with every photo");
    }
    return new Resize.Squash(sides.width(), sides.height());
  }

  private Resize cropped(ProcessorSize size, int width, int height, String key) {
    Centring centring = processor.centring();
    if (size instanceof Stretched sides) {
      if (sides.width() < width || sides.height() < height) {
        throw tooLarge(key);
      }
      return sides.equals(new Stretched(width, height))
          ? new Resize.Squash(width, height)
          : new Resize.SquashCrop(sides.width(), sides.height(), width, height, centring);
    }
    int shorter = ((Shorter) size).side();
    if (shorter < Math.max(width, height)) {
      throw tooLarge(key);
    }
    return new Resize.CentreCrop(shorter, width, height, centring);
  }

  private RuntimeException tooLarge(String key) {
    return settings.wrong(
        key, "no larger than what \"size\" leaves of the photo, for gradcam adds no black borders");
  }

  /** {@code int(side / crop_pct)}. */
  private int divided(int side) {
    double part = settings.number(CROP_PCT);
    if (!(part > 0.01 && part <= 1)) {
      throw settings.wrong(CROP_PCT, "above 0.01 and at most 1");
    }
    return (int) (side / part);
  }
}
