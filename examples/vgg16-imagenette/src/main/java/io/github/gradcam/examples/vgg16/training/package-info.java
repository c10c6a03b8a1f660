/**
 * Fine-tuning with DJL: what the frozen blocks give, the head's start, the schedule, the epochs.
 */
@NullMarked
package io.github.gradcam.examples.vgg16.training;

import org.jspecify.annotations.NullMarked;
