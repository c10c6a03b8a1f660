package io.github.gradcam.tf.internal.graph;

/**
 * A tensor: one of the outputs of a node.
 *
 * @param node the node's name
 * @param index which of its outputs, from 0
 */
public record Ref(String node, int index) {

  /** As TensorFlow writes it: {@code node:0}. */
  @Override
  public String toString() {
    return node + ":" + index;
  }
}
