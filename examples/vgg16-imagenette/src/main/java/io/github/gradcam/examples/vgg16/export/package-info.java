/**
 * The fine-tuned network as files of Deeplearning4j and TensorFlow, and all three of them opened
 * again.
 */
@NullMarked
package io.github.gradcam.examples.vgg16.export;

import org.jspecify.annotations.NullMarked;
