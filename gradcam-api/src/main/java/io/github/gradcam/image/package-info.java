/**
 * From a photo to a network's input, and from a heat map back to a picture of that photo: reading,
 * preprocessing, resampling, colour maps, overlays and figures.
 *
 * <p>Knows tensors and pictures, but no network. Works headless.
 */
@NullMarked
package io.github.gradcam.image;

import org.jspecify.annotations.NullMarked;
