package io.github.gradcam.bench.network.torchscript;

import io.github.gradcam.bench.network.architecture.Network;
import io.github.gradcam.bench.network.weights.Weights;
import io.github.gradcam.file.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A network as {@code torch.jit.save} leaves what {@code torch.jit.trace} made of torchvision's, in
 * evaluation mode: the same tree of modules, an operator a leaf.
 *
 * @see <a
 *     href="https://github.com/pytorch/pytorch/blob/main/torch/csrc/jit/docs/serialization.md">The
 *     format</a>
 */
public final class TorchScriptArchive {

  private static final String VERSION = "3\n";

  private final Weights weights;
  private final Source source;
  private final List<String> stored = new ArrayList<>();

  private TorchScriptArchive(Weights weights, Source source) {
    this.weights = weights;
    this.source = source;
  }

  /**
   * Writes a network.
   *
   * @param network the network
   * @param weights its numbers
   * @param file where it will lie, whole or not at all, in an existing folder
   * @throws io.github.gradcam.error.WriteException if it cannot be written
   */
  public static void write(Network network, Weights weights, Path file) {
    Module root = Tree.of(network);
    TorchScriptArchive archive = new TorchScriptArchive(weights, Source.of(root));
    WholeFile.write(file, out -> archive.write(network.name() + "/", root, out));
  }

  private void write(String folder, Module root, OutputStream out) throws IOException {
    Pickle data = new Pickle();
    pickle(root, data);
    try (AlignedZip zip = new AlignedZip(out)) {
      zip.add(folder + "data.pkl", data.bytes());
      zip.add(folder + "byteorder", "little");
      for (int i = 0; i < stored.size(); i++) {
        zip.add(folder + "data/" + i, weights.bytes(stored.get(i)));
      }
      for (Map.Entry<String, String> text : new TreeMap<>(source.files()).entrySet()) {
        zip.add(folder + text.getKey(), text.getValue());
      }
      zip.add(folder + "constants.pkl", new Pickle().emptyTuple().bytes());
      zip.add(folder + "version", VERSION);
    }
  }

  private void pickle(Module module, Pickle data) {
    data.object(source.type(module));
    module
        .tensors()
        .forEach(
            (name, kind) -> {
              String path = module.path() + "." + name;
              data.text(name).tensor(Integer.toString(stored.size()), weights.shape(path), kind);
              stored.add(path);
            });
    data.text("training").no().text("_is_full_backward_hook").none();
    module
        .children()
        .forEach(
            (name, child) -> {
              data.text(name);
              pickle(child, data);
            });
    data.end();
  }
}
