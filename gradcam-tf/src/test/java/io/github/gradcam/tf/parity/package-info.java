/**
 * Makes the table of supported networks: {@code tools/savedmodels} writes them, {@code Parity}
 * compares, {@code Table} writes {@code docs/reference/savedmodel-support.md}.
 */
@NullMarked
package io.github.gradcam.tf.parity;

import org.jspecify.annotations.NullMarked;
