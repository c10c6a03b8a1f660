package io.github.gradcam.tf.internal.graph;

/**
 * Where a checkpoint holds a variable.
 *
 * @param key under which name
 * @param slice which part of what lies there, or empty for the whole
 */
public record Checkpointed(String key, String slice) {}
