package io.github.gradcam.examples.vgg16.training;

import io.github.gradcam.examples.vgg16.evaluation.Accuracy;

/**
 * How well a network does on some photos.
 *
 * @param correct how many are right
 * @param loss cross entropy, mean over the photos
 */
record Judgement(Accuracy correct, double loss) {}
