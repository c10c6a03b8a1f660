package io.github.gradcam.tf.internal.graph;

import org.tensorflow.proto.NodeDef;

/**
 * A tensor before it is inlined: an output of a node that is no call, in the body it is written in.
 * Bodies and nodes are the same objects for the same tensor.
 *
 * @param frame the body
 * @param node the node
 * @param index which of its outputs
 */
record Place(Frame frame, NodeDef node, int index) {

  String label() {
    return frame.label(node.getName());
  }
}
