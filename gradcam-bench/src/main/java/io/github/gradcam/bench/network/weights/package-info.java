/** Random weights, and the neutral file that they lie in. */
@NullMarked
package io.github.gradcam.bench.network.weights;

import org.jspecify.annotations.NullMarked;
