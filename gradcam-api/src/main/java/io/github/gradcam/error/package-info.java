/**
 * Everything that can go wrong, as one small unchecked hierarchy.
 *
 * <p>Every message is written for the person who reads it: what was asked, what was found, what to
 * do. No error leaves a model changed.
 */
@NullMarked
package io.github.gradcam.error;

import org.jspecify.annotations.NullMarked;
