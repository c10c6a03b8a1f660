package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.examples.vgg16.data.ImagenetteClass;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import java.util.Optional;

/**
 * What a class is shown by.
 *
 * @param shown the class
 * @param correct one of its photos that the network knows; empty where it knows none
 * @param mistake the photo of it that the network is surest to see as another class; empty where
 *     there is none
 */
public record Choice(
    ImagenetteClass shown, Optional<PhotoFile> correct, Optional<PhotoFile> mistake) {}
