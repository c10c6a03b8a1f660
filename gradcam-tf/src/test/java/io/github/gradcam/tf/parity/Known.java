package io.github.gradcam.tf.parity;

import static java.util.Objects.requireNonNull;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.tf.Npz;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One file of tools/savedmodels/make_models.py, and what GradientTape computes in the network.
 *
 * @param network the network's name
 * @param way how it was saved
 * @param file the folder or file
 * @param values tensors by name
 */
record Known(String network, String way, Path file, Map<String, Tensor> values) {

  private static final List<String> WAYS = List.of("keras3", "saved3", "keras2", "frozen", "tf1");

  private static final String ACTIVATIONS = "act/";

  /** The ways in which a network lies in a folder. */
  static List<Known> of(Path folder, String network) {
    return WAYS.stream()
        .filter(way -> Files.exists(folder.resolve(network + "-" + way + ".npz")))
        .map(way -> read(folder, network, way))
        .toList();
  }

  private static Known read(Path folder, String network, String way) {
    String name = network + "-" + way;
    Path saved = folder.resolve(name);
    Path file = Files.exists(saved) ? saved : folder.resolve(name + ".pb");
    return new Known(network, way, file, Npz.read(folder.resolve(name + ".npz")));
  }

  /** What lies in a folder of a network: its files, and what is known of them. */
  static List<Path> files(Path folder, String network) {
    return WAYS.stream()
        .map(way -> network + "-" + way)
        .flatMap(name -> Stream.of("", ".pb", ".npz").map(end -> folder.resolve(name + end)))
        .filter(Files::exists)
        .toList();
  }

  /** The layers with known values; the first is the one that somebody who knows it would choose. */
  List<String> layers() {
    return values.keySet().stream()
        .filter(name -> name.startsWith(ACTIVATIONS))
        .map(name -> name.substring(ACTIVATIONS.length()))
        .toList();
  }

  /** How many layers it has for Keras, those that hold others not counted; 0 without Keras. */
  int count() {
    Tensor layers = values.get("layers");
    return layers == null ? 0 : (int) layers.toArray()[0];
  }

  Tensor input() {
    return tensor("input");
  }

  Shape inputShape() {
    return input().shape().item();
  }

  Tensor cotangent() {
    return tensor("cotangent");
  }

  Tensor logits() {
    return tensor("logits");
  }

  Tensor activations(String layer) {
    return tensor(ACTIVATIONS + layer);
  }

  Tensor gradients(String layer) {
    return tensor("grad/" + layer);
  }

  private Tensor tensor(String name) {
    return requireNonNull(values.get(name), name);
  }
}
