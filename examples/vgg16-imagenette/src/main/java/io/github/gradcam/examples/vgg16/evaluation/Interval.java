package io.github.gradcam.examples.vgg16.evaluation;

/**
 * What lies between two shares.
 *
 * @param low from 0 to 1
 * @param high from 0 to 1
 */
public record Interval(double low, double high) {}
