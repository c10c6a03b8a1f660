/**
 * TorchScript files, explained as they are, and networks that DJL holds in memory ({@link
 * io.github.gradcam.djl.DjlModels}).
 *
 * <p>The engine offers neither hooks nor gradients of inner tensors, but a TorchScript archive
 * holds its own source text. So the text is read, copies of its methods that hand out what flows
 * through them are put beside the untouched ones, and the archive that results is loaded once. A
 * pass says by number which layers it wants; nothing is kept in the model.
 *
 * <p>{@code Opening} shows that way. Its stations are the rooms below {@code internal}, which are
 * nobody else's to use: {@code archive} holds the file, {@code syntax} its source as text, {@code
 * layout} where layers sit in it, {@code rewrite} makes the other source, and {@code engine} loads
 * and runs it. {@code block} walks through trees of DJL's blocks.
 */
@NullMarked
package io.github.gradcam.djl;

import org.jspecify.annotations.NullMarked;
