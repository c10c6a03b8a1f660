/** The commands a person types; everything they do is done in the rooms below. */
@NullMarked
package io.github.gradcam.cli;

import org.jspecify.annotations.NullMarked;
