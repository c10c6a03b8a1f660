/**
 * How each layer and vertex of Deeplearning4j computes, and how a cotangent goes back through it.
 */
@NullMarked
package io.github.gradcam.dl4j.internal.rule;

import org.jspecify.annotations.NullMarked;
