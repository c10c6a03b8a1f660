package io.github.gradcam.bench.network.architecture;

import java.util.List;

/** The networks that there are, by name. */
public final class Networks {

  private Networks() {}

  /** Their names: {@code mobilenet_v2}, {@code resnet50}, {@code vgg16}. */
  public static List<String> names() {
    return List.of("mobilenet_v2", "resnet50", "vgg16");
  }

  /**
   * A network.
   *
   * @param name one of {@link #names()}
   * @param scale how large
   * @return its description
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Network of(String name, Scale scale) {
    return switch (name) {
      case "mobilenet_v2" -> MobileNetV2.of(scale);
      case "resnet50" -> ResNet50.of(scale);
      case "vgg16" -> Vgg16.of(scale);
      default ->
          throw new IllegalArgumentException(
              "There is no network " + name + ". There are " + String.join(", ", names()) + ".");
    };
  }
}
