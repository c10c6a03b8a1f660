package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.image.Panel;
import java.util.List;

/** What a row shows of one photo: itself, the heatmap, the map over it, and the runner-up's. */
final class LookedAt {

  /** What stands above these panels. */
  static final List<String> HEADINGS = List.of("photo", "heatmap", "predicted", "runner-up");

  private LookedAt() {}

  static List<Panel> panels(Explained explained) {
    return List.of(
        Look.photo(explained.predicted(), ""),
        Look.map(explained.predicted(), ""),
        Look.overlay(explained.predicted(), Wording.explained(explained.predicted())),
        explained
            .runnerUp()
            .map(second -> Look.overlay(second, Wording.explained(second)))
            .orElseGet(() -> Look.nothing("no other class")));
  }
}
