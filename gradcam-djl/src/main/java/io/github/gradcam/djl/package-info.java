/**
 * TorchScript files, explained as they are.
 *
 * <p>The engine offers neither hooks nor gradients of inner tensors, but a TorchScript archive
 * holds its own source text. So the text is read ({@code TorchArchive}, {@code SourceParser}),
 * copies of its methods that hand out what flows through them are put beside the untouched ones
 * ({@code Rewriter}), and the archive that results is loaded once. A pass says by number which
 * layers it wants; nothing is kept in the model.
 */
@NullMarked
package io.github.gradcam.djl;

import org.jspecify.annotations.NullMarked;
