/** VGG16 with a head for ten classes: its names, its weights, and its blocks in DJL. */
@NullMarked
package io.github.gradcam.examples.vgg16.network;

import org.jspecify.annotations.NullMarked;
