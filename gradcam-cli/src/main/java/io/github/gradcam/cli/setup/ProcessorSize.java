package io.github.gradcam.cli.setup;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Set;

/** The forms that {@code size} and {@code crop_size} have in files old and new. */
sealed interface ProcessorSize {

  /** Both sides, whatever the photo's ratio. */
  record Stretched(int width, int height) implements ProcessorSize {}

  /** The shorter side; the other follows. */
  record Shorter(int side) implements ProcessorSize {}

  /**
   * Reads a size.
   *
   * @param settings what the processor works with
   * @param key {@code size} or {@code crop_size}
   * @param processor says what a single number means
   */
  static ProcessorSize of(Settings settings, String key, ImageProcessor processor) {
    JsonElement value = settings.values().get(key);
    if (value != null && value.isJsonArray()) {
      List<Integer> lengths = settings.lengths(key);
      if (lengths.size() != 2) {
        throw settings.wrong(key, "a height and a width");
      }
      return new Stretched(lengths.get(1), lengths.get(0));
    }
    if (value == null || !value.isJsonObject()) {
      int side = settings.length(key);
      return processor.square() || key.equals("crop_size")
          ? new Stretched(side, side)
          : new Shorter(side);
    }
    Settings inside = settings.inside(key);
    Set<String> keys = inside.values().keySet();
    if (keys.equals(Set.of("height", "width"))) {
      return new Stretched(inside.length("width"), inside.length("height"));
    }
    if (keys.equals(Set.of("shortest_edge"))) {
      return new Shorter(inside.length("shortest_edge"));
    }
    if (keys.equals(Set.of("shortest_edge", "longest_edge")) && !processor.fast()) {
      // The classes that compute with Pillow accept the longest edge, and do not look at it.
      return new Shorter(inside.length("shortest_edge"));
    }
    throw settings.wrong(
        key, "one that does not depend on the photo: a height and a width, or a shortest_edge");
  }
}
