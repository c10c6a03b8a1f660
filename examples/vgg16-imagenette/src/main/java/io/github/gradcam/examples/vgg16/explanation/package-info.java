/** The figures: what the network looked at, class by class, and engine by engine. */
@NullMarked
package io.github.gradcam.examples.vgg16.explanation;

import org.jspecify.annotations.NullMarked;
