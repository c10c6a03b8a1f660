/** Networks as values, which no engine owns, with torchvision's structure and names. */
@NullMarked
package io.github.gradcam.bench.network.architecture;

import org.jspecify.annotations.NullMarked;
