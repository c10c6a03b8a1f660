/** Plots: panels of lines or bars side by side, with one legend. */
@NullMarked
package io.github.gradcam.bench.page.plot;

import org.jspecify.annotations.NullMarked;
