/**
 * Networks that an application holds in memory as DJL's blocks.
 *
 * <p>{@code Planner} looks at a tree of blocks and makes {@code Node}s of it, {@code Survey} and
 * {@code Weights} copy its parameters, and {@code Trace} walks the nodes: one walk is one pass. The
 * user's own blocks compute, with copies of their parameters that a {@code FrozenStore} hands them;
 * what a pass wants is in that store and nowhere else, so that nothing is shared between passes.
 */
@NullMarked
package io.github.gradcam.djl.internal.block;

import org.jspecify.annotations.NullMarked;
