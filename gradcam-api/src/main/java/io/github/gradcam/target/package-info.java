/**
 * What shall be explained: a class, a difference between classes, an object's pixels.
 *
 * <p>A target looks at the network's output for one image and answers with cotangents. Backends see
 * the cotangents only.
 */
@NullMarked
package io.github.gradcam.target;

import org.jspecify.annotations.NullMarked;
