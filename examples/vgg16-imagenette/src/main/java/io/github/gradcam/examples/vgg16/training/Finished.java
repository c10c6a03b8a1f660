package io.github.gradcam.examples.vgg16.training;

import io.github.gradcam.examples.vgg16.network.Weights;

/**
 * The fine-tuned network.
 *
 * @param weights all of it
 * @param outcome how well it does
 */
public record Finished(Weights weights, Outcome outcome) {}
