/** The ways to tell of photos: lines of text, pictures, maps, JSON, a report. */
@NullMarked
package io.github.gradcam.cli.output;

import org.jspecify.annotations.NullMarked;
