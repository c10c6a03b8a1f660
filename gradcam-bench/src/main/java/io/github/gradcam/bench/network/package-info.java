/** The same networks for every engine, written from one neutral file of weights. */
@NullMarked
package io.github.gradcam.bench.network;

import org.jspecify.annotations.NullMarked;
