/**
 * The file: what kind it is ({@code Inspector}), and a zip that is not trusted and of which no more
 * is read than allowed ({@code TorchArchive}). It takes source for text and loads no native code.
 *
 * <p>Whatever reaches the engine has been checked here: names, sizes, check sums, and what the
 * pickles would make. What was checked is what is written, even if the file changes meanwhile.
 */
@NullMarked
package io.github.gradcam.djl.internal.archive;

import org.jspecify.annotations.NullMarked;
