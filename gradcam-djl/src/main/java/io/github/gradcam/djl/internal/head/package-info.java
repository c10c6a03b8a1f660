/**
 * A program of its own for the part of a network that lies before a layer, simpler than the
 * network's and equal to it but for rounding.
 *
 * <p>That part needs no gradient. So batch norms are folded into the convolutions before them,
 * activations are computed by the convolutions themselves, and tensors lie in memory as the
 * processor's library likes them. {@code HeadProgram} is the way in.
 */
@NullMarked
package io.github.gradcam.djl.internal.head;

import org.jspecify.annotations.NullMarked;
