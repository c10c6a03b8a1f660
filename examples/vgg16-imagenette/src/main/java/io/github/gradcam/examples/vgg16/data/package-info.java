/**
 * Imagenette's photos: where they come from, and which are for training, validation and the test.
 */
@NullMarked
package io.github.gradcam.examples.vgg16.data;

import org.jspecify.annotations.NullMarked;
