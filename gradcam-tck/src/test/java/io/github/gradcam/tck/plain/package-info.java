/** A backend in plain Java, which passes the kit, and which tests break on purpose. */
@NullMarked
package io.github.gradcam.tck.plain;

import org.jspecify.annotations.NullMarked;
