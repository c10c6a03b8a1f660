package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.GradCam;
import io.github.gradcam.examples.vgg16.data.ImagenetteClass;
import io.github.gradcam.examples.vgg16.network.Vgg16;
import io.github.gradcam.model.Model;

/** Grad-CAM as the study uses it: VGG16's preprocessing, Imagenette's labels, one layer. */
public final class Vgg16GradCam {

  private Vgg16GradCam() {}

  /**
   * An explainer for the figures of this package.
   *
   * @param model the fine-tuned network in any engine; stays the caller's
   * @param layer the path of a layer as this model names it, such as {@link
   *     Vgg16#LAST_CONVOLUTION}; one that it lacks is an {@code UnknownLayerException} with the
   *     first photo
   */
  public static GradCam of(Model model, String layer) {
    return GradCam.builder(model)
        .layers(layer)
        .preprocessing(Vgg16.PREPROCESSING)
        .labels(ImagenetteClass.labels())
        .build();
  }
}
