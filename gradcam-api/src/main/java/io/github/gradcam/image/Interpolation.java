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
   * Bicubic in the same way; bit for bit Pillow's {@code BICUBIC} on 8-bit photos. Most vision
   * transformers, Hugging Face's {@code "resample": 3}.
   */
  ANTIALIASED_BICUBIC,
  /** Lanczos in the same way; bit for bit Pillow's {@code LANCZOS} on 8-bit photos. */
  ANTIALIASED_LANCZOS,
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
      case ANTIALIASED_BILINEAR -> new Antialiased(Filter.BILINEAR);
      case ANTIALIASED_BICUBIC -> new Antialiased(Filter.BICUBIC);
      case ANTIALIASED_LANCZOS -> new Antialiased(Filter.LANCZOS);
      case BILINEAR -> new PlainBilinear();
      case NEAREST -> new Nearest();
    };
  }

  /** Whether levels stay whole numbers from 0 to 255. */
  boolean givesWholeLevels() {
    return this != BILINEAR;
  }
}
