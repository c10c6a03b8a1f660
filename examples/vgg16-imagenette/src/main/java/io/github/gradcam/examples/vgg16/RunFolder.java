package io.github.gradcam.examples.vgg16;

import java.nio.file.Path;

/**
 * What a run leaves behind, and where a later one finds it.
 *
 * @param root the folder
 */
public record RunFolder(Path root) {

  /** What is downloaded. */
  public Path downloads() {
    return root.resolve("downloads");
  }

  /** What the frozen blocks give for each photo. */
  public Path features() {
    return root.resolve("features");
  }

  /** Where training stands. */
  public Path training() {
    return root.resolve("training");
  }

  /** The fine-tuned network's weights. */
  public Path weights() {
    return root.resolve("vgg16-imagenette.safetensors");
  }

  /** The fine-tuned network as Deeplearning4j saves networks. */
  public Path archive() {
    return root.resolve("vgg16-imagenette-dl4j.zip");
  }

  /** The fine-tuned network as TensorFlow saves networks, a folder. */
  public Path savedModel() {
    return root.resolve("vgg16-imagenette-savedmodel");
  }

  /** What the network says of the photos, a file an engine. */
  public Path predictions() {
    return root.resolve("predictions");
  }

  /** The report for people; its pictures are in it. */
  public Path report() {
    return root.resolve("report.html");
  }

  /** The report for programs. */
  public Path numbers() {
    return root.resolve("report.json");
  }

  /** How often each class was taken for each class. */
  public Path confusion() {
    return root.resolve("confusion-matrix.csv");
  }

  /** The same to look at. */
  public Path confusionPicture() {
    return root.resolve("confusion-matrix.png");
  }

  /** Whether the network is right as often as it says. */
  public Path reliabilityPicture() {
    return root.resolve("reliability.png");
  }

  /** The figure: what the network looked at, a row a class. */
  public Path figure() {
    return root.resolve("grad_cam_results.png");
  }

  /** The same photos through three engines. */
  public Path engines() {
    return root.resolve("grad_cam_engines.png");
  }
}
