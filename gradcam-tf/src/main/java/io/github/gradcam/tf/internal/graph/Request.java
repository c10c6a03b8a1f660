package io.github.gradcam.tf.internal.graph;

import java.util.Optional;

/**
 * Which tensors of a graph are meant, by the names that TensorFlow gives them: {@code node:0}.
 *
 * @param output what is asked for
 * @param input what is fed, or empty for the only placeholder that the output depends on
 */
public record Request(String output, Optional<String> input) {}
