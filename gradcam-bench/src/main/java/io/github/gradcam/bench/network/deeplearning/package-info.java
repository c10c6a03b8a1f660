/** Networks as Deeplearning4j saves them. */
@NullMarked
package io.github.gradcam.bench.network.deeplearning;

import org.jspecify.annotations.NullMarked;
