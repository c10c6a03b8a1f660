/**
 * Where layers sit in the source: which calls of a method lead to a module or an operator, in the
 * order in which they run, and under which numbers they can be handed out.
 *
 * <p>It looks at the source and changes nothing. {@code Layouts} is the way in.
 */
@NullMarked
package io.github.gradcam.djl.internal.layout;

import org.jspecify.annotations.NullMarked;
