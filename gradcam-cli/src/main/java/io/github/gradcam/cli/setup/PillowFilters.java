package io.github.gradcam.cli.setup;

import io.github.gradcam.image.Interpolation;
import java.util.Optional;

/** Pillow's filters by the numbers and names that configuration files know them by. */
final class PillowFilters {

  private PillowFilters() {}

  /** By the number of {@code PIL.Image.Resampling}. */
  static Optional<Interpolation> numbered(double number) {
    return number == 0
        ? Optional.of(Interpolation.NEAREST)
        : number == 2 ? Optional.of(Interpolation.ANTIALIASED_BILINEAR) : Optional.empty();
  }

  /** By timm's name. */
  static Optional<Interpolation> named(String name) {
    return switch (name) {
      case "nearest" -> numbered(0);
      case "lanczos" -> numbered(1);
      case "bilinear" -> numbered(2);
      case "bicubic" -> numbered(3);
      default -> Optional.empty();
    };
  }
}
