package io.github.gradcam.tf.internal.gradient;

import java.util.stream.Stream;

/** Images made larger or smaller. */
final class ResizingCases {

  private ResizingCases() {}

  static Stream<Case> all() {
    return Stream.of("ResizeBilinear", "ResizeBicubic", "ResizeNearestNeighbor")
        .flatMap(
            type ->
                Stream.of(
                    of(type, false, false, 5, 7),
                    of(type, true, false, 5, 2),
                    of(type, false, true, 2, 7)));
  }

  private static Case of(String type, boolean corners, boolean centers, long height, long width) {
    return Case.of(
            type,
            (corners ? "corners " : "") + (centers ? "centers " : "") + height + "x" + width,
            Value.mixed(1, 1, 3, 4, 2),
            (m, x) ->
                m.node(type)
                    .with(x.get(0), m.integers(height, width))
                    .attribute("align_corners", corners)
                    .attribute("half_pixel_centers", centers)
                    .make())
        .with(Case.Trait.SINGLE);
  }
}
