/** The study: VGG16, pretrained on ImageNet, fine-tuned on Imagenette, evaluated, and explained. */
@NullMarked
package io.github.gradcam.examples.vgg16;

import org.jspecify.annotations.NullMarked;
