/** Graphs and sessions: everything that touches TensorFlow's native code. */
@NullMarked
package io.github.gradcam.tf.internal.engine;

import org.jspecify.annotations.NullMarked;
