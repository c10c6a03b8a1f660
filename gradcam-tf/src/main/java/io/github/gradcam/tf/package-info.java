/** SavedModels and frozen graphs, explained as they are. */
@NullMarked
package io.github.gradcam.tf;

import org.jspecify.annotations.NullMarked;
