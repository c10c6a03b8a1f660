/**
 * What a network computes, as a graph of operators: its source is evaluated with tensors that are
 * names instead of numbers, so that modules, conditions on constants and variables fall away.
 *
 * <p>{@code Tracer} is the way in. Whatever is not understood ends the trace with a reason; what
 * had been computed before stands. It works on text and loads no native code.
 */
@NullMarked
package io.github.gradcam.djl.internal.graph;

import org.jspecify.annotations.NullMarked;
