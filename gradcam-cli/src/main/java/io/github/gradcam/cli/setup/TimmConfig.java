package io.github.gradcam.cli.setup;

import io.github.gradcam.image.Centring;
import io.github.gradcam.image.ChannelOrder;
import io.github.gradcam.image.Interpolation;
import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.image.Resize;
import java.util.List;

/**
 * What timm trained a network with, and its evaluation transform of that.
 *
 * @param settings the {@code pretrained_cfg}
 */
record TimmConfig(Settings settings) {

  private static final String KEY = "pretrained_cfg";
  private static final String INPUT_SIZE = "input_size";
  private static final String INTERPOLATION = "interpolation";
  private static final String CROP_PCT = "crop_pct";
  private static final double DEFAULT_CROP_PCT = 0.875;
  private static final List<Double> IMAGENET_MEAN = Preprocessing.torchvision().mean();
  private static final List<Double> IMAGENET_DEVIATION = Preprocessing.torchvision().deviation();

  static boolean isIn(Settings config) {
    return config.has(KEY);
  }

  static TimmConfig of(Settings config) {
    return new TimmConfig(config.inside(KEY));
  }

  Preprocessing preprocessing() {
    return new Preprocessing(
        "timm's of " + settings.file().getFileName(),
        resize(),
        interpolation(),
        ChannelOrder.RGB,
        1 / 255.0,
        settings.has("mean") ? settings.channels("mean") : IMAGENET_MEAN,
        settings.has("std") ? settings.channels("std") : IMAGENET_DEVIATION);
  }

  private Resize resize() {
    List<Integer> size =
        settings.has(INPUT_SIZE) ? settings.lengths(INPUT_SIZE) : List.of(3, 224, 224);
    if (size.size() != 3 || size.get(0) != 3) {
      throw settings.wrong(INPUT_SIZE, "[3, height, width]");
    }
    int height = size.get(1);
    int width = size.get(2);
    String mode = settings.has("crop_mode") ? settings.text("crop_mode") : "center";
    if (mode.equals("squash")) {
      return new Resize.SquashCrop(
          divided(width), divided(height), width, height, Centring.NEAREST);
    }
    if (!mode.equals("center")) {
      throw settings.wrong("crop_mode", "\"center\" or \"squash\"");
    }
    if (height != width) {
      throw settings.wrong(INPUT_SIZE, "a square, as crop_mode \"center\" is known for no other");
    }
    return new Resize.CentreCrop(divided(width), width, height);
  }

  /** {@code floor(length / crop_pct)}. */
  private int divided(int length) {
    double part = settings.has(CROP_PCT) ? settings.number(CROP_PCT) : DEFAULT_CROP_PCT;
    if (!(part > 0.01 && part <= 1)) {
      throw settings.wrong(CROP_PCT, "above 0.01 and at most 1");
    }
    return (int) Math.floor(length / part);
  }

  private Interpolation interpolation() {
    String name = settings.has(INTERPOLATION) ? settings.text(INTERPOLATION) : "bicubic";
    return PillowFilters.named(name)
        .orElseThrow(
            () ->
                settings.wrong(
                    INTERPOLATION, "\"nearest\", \"bilinear\", \"bicubic\" or \"lanczos\""));
  }
}
