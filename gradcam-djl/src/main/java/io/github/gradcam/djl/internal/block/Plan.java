package io.github.gradcam.djl.internal.block;

import java.util.Map;

/**
 * A network of blocks, ready to be walked through.
 *
 * @param root its first node
 * @param taps the nodes that stand behind taps in containers of the user's own, by identity
 * @param weights copies of its parameters
 * @param places its addresses
 */
record Plan(Node root, Map<Tap, Node> taps, Weights weights, Places places) {}
