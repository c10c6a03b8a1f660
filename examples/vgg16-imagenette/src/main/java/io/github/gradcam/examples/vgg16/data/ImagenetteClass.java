package io.github.gradcam.examples.vgg16.data;

import java.util.List;

/**
 * A class of Imagenette, ten of ImageNet's that are easily told apart.
 *
 * @param wnid its folder's name, WordNet's number
 * @param label what people call it
 */
public record ImagenetteClass(String wnid, String label) {

  /** All classes; a network's outputs are in this order. */
  public static final List<ImagenetteClass> ALL =
      List.of(
          new ImagenetteClass("n01440764", "tench"),
          new ImagenetteClass("n02102040", "English springer"),
          new ImagenetteClass("n02979186", "cassette player"),
          new ImagenetteClass("n03000684", "chain saw"),
          new ImagenetteClass("n03028079", "church"),
          new ImagenetteClass("n03394916", "French horn"),
          new ImagenetteClass("n03417042", "garbage truck"),
          new ImagenetteClass("n03425413", "gas pump"),
          new ImagenetteClass("n03445777", "golf ball"),
          new ImagenetteClass("n03888257", "parachute"));

  /** The labels of all classes, in the order of a network's outputs. */
  public static List<String> labels() {
    return ALL.stream().map(ImagenetteClass::label).toList();
  }
}
