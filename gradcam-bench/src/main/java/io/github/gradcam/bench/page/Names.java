package io.github.gradcam.bench.page;

import io.github.gradcam.bench.network.NetworkFiles;
import java.util.List;

/** What networks and those who are compared are called, and in which order they stand. */
final class Names {

  /** This library's backends, then Python's libraries. */
  private static final List<String> ORDER =
      List.of("djl", "tf", "dl4j", "pytorch-grad-cam", "torch-cam", "captum", "tf-keras-vis");

  /** What the peers' file puts before a backend. */
  static final String OURS = "gradcam-";

  private Names() {}

  static String of(String name) {
    return switch (name) {
      case "djl" -> "DJL (PyTorch)";
      case "tf" -> "TensorFlow";
      case "dl4j" -> "Deeplearning4j";
      case "embedded" -> "embedded";
      case "mobilenet_v2" -> "MobileNetV2";
      case "resnet50" -> "ResNet50";
      case "vgg16" -> "VGG16";
      default -> isOurs(name) ? "gradcam, " + of(name.substring(OURS.length())) : name;
    };
  }

  static boolean isOurs(String who) {
    return who.startsWith(OURS);
  }

  static int order(String who) {
    int place = ORDER.indexOf(isOurs(who) ? who.substring(OURS.length()) : who);
    return place < 0 ? ORDER.size() : place;
  }

  static int networkOrder(String network) {
    int place = NetworkFiles.names().indexOf(network);
    return place < 0 ? NetworkFiles.names().size() : place;
  }
}
