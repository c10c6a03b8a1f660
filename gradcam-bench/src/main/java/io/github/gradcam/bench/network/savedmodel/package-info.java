/** Networks as TensorFlow saves them: SavedModels. */
@NullMarked
package io.github.gradcam.bench.network.savedmodel;

import org.jspecify.annotations.NullMarked;
