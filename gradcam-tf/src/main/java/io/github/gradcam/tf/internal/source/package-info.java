/** Files and folders, looked at without native code. */
@NullMarked
package io.github.gradcam.tf.internal.source;

import org.jspecify.annotations.NullMarked;
