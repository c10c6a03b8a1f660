package io.github.gradcam.examples.vgg16.evaluation;

/**
 * How good the network is on the photos that it was made with.
 *
 * @param training on those that it learned from
 * @param validation on those that told when to stop
 */
public record TrainingAccuracy(Accuracy training, Accuracy validation) {}
