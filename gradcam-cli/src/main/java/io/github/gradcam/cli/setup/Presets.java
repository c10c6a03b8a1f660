package io.github.gradcam.cli.setup;

import io.github.gradcam.image.Preprocessing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The preprocessings that have a name of their own. */
final class Presets {

  private Presets() {}

  static Map<String, Preprocessing> byName() {
    Map<String, Preprocessing> presets = new LinkedHashMap<>();
    Stream.of(
            Preprocessing.torchvision(),
            Preprocessing.kerasCaffe(),
            Preprocessing.kerasTf(),
            Preprocessing.kerasTorch(),
            Preprocessing.zeroToOne())
        .forEach(preset -> presets.put(preset.name(), preset));
    return presets;
  }
}
