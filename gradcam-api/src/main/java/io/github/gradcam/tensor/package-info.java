/** Numbers with a shape: what crosses the border between this library and an engine. */
@NullMarked
package io.github.gradcam.tensor;

import org.jspecify.annotations.NullMarked;
