/**
 * What a person pointed at, made ready: the model, its labels and its preprocessing, also from what
 * lies beside the model, and what had to be assumed.
 */
@NullMarked
package io.github.gradcam.cli.setup;

import org.jspecify.annotations.NullMarked;
