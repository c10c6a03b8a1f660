/**
 * Makes the table of supported networks: {@code tools/parity} writes them, {@code Parity} compares,
 * {@code Table} writes {@code docs/reference/torchscript-support.md}.
 */
@NullMarked
package io.github.gradcam.djl.parity;

import org.jspecify.annotations.NullMarked;
