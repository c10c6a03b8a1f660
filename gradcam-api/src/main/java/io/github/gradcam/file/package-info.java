/** Files that are whole or not there, and the formats of numbers other programs read. */
@NullMarked
package io.github.gradcam.file;

import org.jspecify.annotations.NullMarked;
