/**
 * A network as one flat list of operations: functions inlined, and nothing in it but what the
 * chosen output is computed from. Knows the protocol buffers, and no native code.
 */
@NullMarked
package io.github.gradcam.tf.internal.graph;

import org.jspecify.annotations.NullMarked;
