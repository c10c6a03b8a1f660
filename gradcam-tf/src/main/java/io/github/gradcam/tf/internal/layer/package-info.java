/**
 * Layers: a flat graph has only operations, but their names keep the scopes of the layers that they
 * come from, and the variables' names tell which of the scopes are layers.
 */
@NullMarked
package io.github.gradcam.tf.internal.layer;

import org.jspecify.annotations.NullMarked;
