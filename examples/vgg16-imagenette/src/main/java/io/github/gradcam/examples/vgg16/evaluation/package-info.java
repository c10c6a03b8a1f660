/** How good the network is, how sure, where it errs, and whether three engines say the same. */
@NullMarked
package io.github.gradcam.examples.vgg16.evaluation;

import org.jspecify.annotations.NullMarked;
