/**
 * What a pickle of a TorchScript archive would make, found out without making it: a machine that
 * knows only what TorchScript writes, builds nothing but descriptions, and counts as it goes.
 *
 * <p>PyTorch's own reader trusts the pickle's numbers: a tensor that reaches beyond its weights, or
 * a value nested a million deep, ends the process. So a pickle is read here first. {@code Pickle}
 * is the way in.
 */
@NullMarked
package io.github.gradcam.djl.internal.pickle;

import org.jspecify.annotations.NullMarked;
