/**
 * The file: what kind it is ({@code Inspector}), and a zip that is not trusted and of which no more
 * is read than allowed ({@code TorchArchive}). It takes source for text and loads no native code.
 */
@NullMarked
package io.github.gradcam.djl.internal.archive;

import org.jspecify.annotations.NullMarked;
