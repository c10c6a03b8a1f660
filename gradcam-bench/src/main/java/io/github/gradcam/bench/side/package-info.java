/** This library's half of the comparison with Python's; the other half is in {@code peers/}. */
@NullMarked
package io.github.gradcam.bench.side;

import org.jspecify.annotations.NullMarked;
