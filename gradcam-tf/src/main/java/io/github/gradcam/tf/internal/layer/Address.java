package io.github.gradcam.tf.internal.layer;

import io.github.gradcam.tf.internal.graph.Ref;

/**
 * What a layer's address stands for.
 *
 * @param text the address
 * @param kind what the layer is
 * @param tensor its output, or what flows into it
 * @param listed whether it is one of the layers that a model tells of
 */
public record Address(String text, String kind, Ref tensor, boolean listed) {}
