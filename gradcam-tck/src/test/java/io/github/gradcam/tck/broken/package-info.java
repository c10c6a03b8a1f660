/** Backends with one mistake each, and the promise of the kit that catches it. */
@NullMarked
package io.github.gradcam.tck.broken;

import org.jspecify.annotations.NullMarked;
