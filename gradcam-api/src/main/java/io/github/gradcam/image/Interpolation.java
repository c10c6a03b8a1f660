package io.github.gradcam.image;

/**
 * How pixels between pixels are found. It changes predictions, so use what the network was trained
 * with.
 */
public enum Interpolation {
  /**
   * Bilinear with a filter that widens when the photo shrinks; bit for bit Pillow's {@code
   * BILINEAR} on 8-bit photos, which is torchvision's {@code Resize} with {@code antialias=True}.
   */
  ANTIALIASED_BILINEAR,
  /**
   * Bilinear between the four nearest pixels, centres at half pixels, whatever the photo shrinks
   * by: {@code tf.image.resize}, {@code torch.nn.functional.interpolate} and, but for its rounding,
   * OpenCV's {@code INTER_LINEAR}. Levels stay fractional.
   */
  BILINEAR,
  /**
   * The nearest pixel: Pillow's {@code NEAREST} and Keras's {@code load_img} as it is by default.
   */
  NEAREST;

  Resampler resampler() {
    return switch (this) {
      case ANTIALIASED_BILINEAR -> new AntialiasedBilinear();
      case BILINEAR -> new PlainBilinear();
      case NEAREST -> new Nearest();
    };
  }
}
