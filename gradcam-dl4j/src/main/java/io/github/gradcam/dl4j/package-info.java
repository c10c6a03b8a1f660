/** Networks and graphs of Deeplearning4j, and Keras 2 files, as models. */
@NullMarked
package io.github.gradcam.dl4j;

import org.jspecify.annotations.NullMarked;
