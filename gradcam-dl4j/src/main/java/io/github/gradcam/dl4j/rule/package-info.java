/**
 * How a layer computes and how a cotangent goes back through it, for layers that gradcam has no
 * rule for.
 */
@NullMarked
package io.github.gradcam.dl4j.rule;

import org.jspecify.annotations.NullMarked;
