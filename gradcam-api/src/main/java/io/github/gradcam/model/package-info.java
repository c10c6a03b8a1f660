/**
 * What a network can be asked: its layers, a forward pass, and the vector–Jacobian product from its
 * output back to a layer.
 *
 * <p>Nothing here knows of heatmaps, and nothing here knows of an engine.
 */
@NullMarked
package io.github.gradcam.model;

import org.jspecify.annotations.NullMarked;
