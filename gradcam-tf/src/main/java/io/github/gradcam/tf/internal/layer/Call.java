package io.github.gradcam.tf.internal.layer;

import io.github.gradcam.tf.internal.graph.Node;
import io.github.gradcam.tf.internal.graph.Ref;
import java.util.List;
import java.util.Set;

/**
 * One call of a layer.
 *
 * @param scope the scope it lies in, or the label of an operation that lies in none
 * @param nodes its operations in their order
 * @param names their names
 * @param output what it gives
 * @param position where in the order of execution its output stands
 */
record Call(String scope, List<Node> nodes, Set<String> names, Ref output, int position) {}
