/**
 * The CAM methods, one small file each: from activations and gradients of one image to a map.
 *
 * <p>A method knows no engine, no batch, no picture. {@link io.github.gradcam.method.Evidence} is
 * all it may ask for.
 */
@NullMarked
package io.github.gradcam.method;

import org.jspecify.annotations.NullMarked;
