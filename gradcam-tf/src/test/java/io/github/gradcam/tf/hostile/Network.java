package io.github.gradcam.tf.hostile;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.trials.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a network, by their paths in its folder; one that is a file itself has the path "".
 *
 * @param name what it is called
 * @param image the shape of an image
 * @param files what they hold
 */
record Network(String name, Shape image, Map<String, byte[]> files) {

  /** The file with the graph, in a folder. */
  static final String SAVED_MODEL = "saved_model.pb";

  private static final Path FOLDER = Path.of("src/test/resources");
  private static final Shape USUAL = Shape.of(3, 8, 10);

  private static final List<String> FIT_FOR_ALL =
      List.of(
          "structures/activations",
          "structures/attention",
          "structures/depthwise",
          "structures/dilated",
          "structures/float16",
          "structures/float64",
          "structures/gelu-exact",
          "structures/grouped",
          "structures/hub",
          "structures/labels",
          "structures/layer-norm",
          "structures/log-softmax",
          "structures/nchw",
          "structures/nested-function",
          "structures/norms",
          "structures/odd-names-keras2",
          "structures/other-tag",
          "structures/plain",
          "structures/prelu",
          "structures/shared-layer-keras2",
          "structures/softmax-layer",
          "structures/squeeze-excite",
          "structures/stop-gradient",
          "structures/swish",
          "structures/tf1-ref",
          "structures/tf1-resource",
          "structures/transposed",
          "structures/two-signatures",
          "structures/uint8-input",
          "structures/upsampling",
          "structures/zero-padding",
          "structures/pools",
          "structures/conv1d",
          "structures/conv3d",
          "closed-form-frozen.pb",
          "closed-form-tf1.pb",
          "closed-form-keras3",
          "residual-frozen.pb",
          "residual-tf1.pb",
          "residual-saved3");

  private static final Map<String, Shape> OTHERS =
      Map.of(
          "structures/attention", Shape.of(3, 8, 12),
          "structures/shared-layer-keras2", Shape.of(6, 8, 10),
          "structures/pools", Shape.of(3, 9, 11),
          "structures/conv1d", Shape.of(3, 24),
          "structures/conv3d", Shape.of(2, 4, 6, 8),
          "closed-form-frozen.pb", Shape.of(2, 4, 8),
          "closed-form-tf1.pb", Shape.of(2, 4, 8),
          "closed-form-keras3", Shape.of(2, 4, 8));

  /** The names of networks of all kinds. */
  static List<String> names() {
    return FIT_FOR_ALL;
  }

  /** Reads one. */
  static Network of(String name) throws IOException {
    Path path = FOLDER.resolve(name);
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(path)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(path.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return new Network(name, OTHERS.getOrDefault(name, USUAL), files);
  }

  /** Where the graph is. */
  String graph() {
    return files.containsKey(SAVED_MODEL) ? SAVED_MODEL : "";
  }

  /** The same network with other bytes in a file. */
  Network with(String path, byte[] bytes) {
    Map<String, byte[]> changed = new TreeMap<>(files);
    changed.put(path, bytes);
    return new Network(name, image, changed);
  }

  /** Writes it and says where. */
  Path write(Path folder) throws IOException {
    Path top = folder.resolve("network");
    Tree.remove(top);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = file.getKey().isEmpty() ? top : top.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return top;
  }
}
