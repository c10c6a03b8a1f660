/**
 * The text in which TorchScript prints itself: read into classes, methods, statements and
 * expressions, and printed again.
 *
 * <p>It knows the language, not what networks do with it. What it cannot read is left alone, or is
 * a {@code SourceException}. {@code Program} holds all that was read.
 */
@NullMarked
package io.github.gradcam.djl.internal.syntax;

import org.jspecify.annotations.NullMarked;
