package io.github.gradcam.djl.internal.graph;

import java.util.List;
import java.util.Map;

/**
 * What a network computes, as far as its source could be followed.
 *
 * @param nodes all tensors, in the order of their computation; compared by identity
 * @param outputs by number, the tensor that a call put out when it was done
 * @param end why the trace ended before the network did, or an empty string
 */
public record Trace(List<Node> nodes, Map<Integer, Node> outputs, String end) {}
