package io.github.gradcam.cli.setup;

import io.github.gradcam.image.Interpolation;
import java.util.List;
import java.util.Optional;

/** Pillow's filters by the numbers and names that configuration files know them by. */
final class PillowFilters {

  /** By the numbers of {@code PIL.Image.Resampling}; its box and Hamming's follow. */
  private static final List<Interpolation> NUMBERED =
      List.of(
          Interpolation.NEAREST,
          Interpolation.ANTIALIASED_LANCZOS,
          Interpolation.ANTIALIASED_BILINEAR,
          Interpolation.ANTIALIASED_BICUBIC);

  private static final List<String> NAMES = List.of("nearest", "lanczos", "bilinear", "bicubic");

  private PillowFilters() {}

  static Optional<Interpolation> numbered(double number) {
    int index = (int) number;
    return index == number && index >= 0 && index < NUMBERED.size()
        ? Optional.of(NUMBERED.get(index))
        : Optional.empty();
  }

  /** By timm's name. */
  static Optional<Interpolation> named(String name) {
    return numbered(NAMES.indexOf(name));
  }
}
