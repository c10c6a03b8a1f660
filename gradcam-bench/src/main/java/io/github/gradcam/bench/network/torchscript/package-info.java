/** Networks as PyTorch saves them: TorchScript archives. */
@NullMarked
package io.github.gradcam.bench.network.torchscript;

import org.jspecify.annotations.NullMarked;
