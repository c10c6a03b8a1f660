/** Finds photos in folders and takes them through the model, many at a time, in order. */
@NullMarked
package io.github.gradcam.cli.photos;

import org.jspecify.annotations.NullMarked;
