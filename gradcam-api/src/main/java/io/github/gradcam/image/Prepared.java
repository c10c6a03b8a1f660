package io.github.gradcam.image;

import io.github.gradcam.tensor.Tensor;

/**
 * A photo made ready for a network.
 *
 * @param input {@code [C, H, W]}
 * @param placement where the input lies on the photo
 */
public record Prepared(Tensor input, Placement placement) {}
