package io.github.gradcam.bench.network;

import io.github.gradcam.bench.network.architecture.Network;
import io.github.gradcam.bench.network.architecture.Networks;
import io.github.gradcam.bench.network.architecture.Scale;
import io.github.gradcam.bench.network.deeplearning.DeeplearningArchive;
import io.github.gradcam.bench.network.savedmodel.SavedModelFolder;
import io.github.gradcam.bench.network.torchscript.TorchScriptArchive;
import io.github.gradcam.bench.network.weights.RandomWeights;
import io.github.gradcam.bench.network.weights.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A narrow network for small images, written for each engine. */
record Written(Network network, Map<String, Path> files) {

  static final Scale NARROW = new Scale(8, 64, 10);

  static Written in(Path folder, String name) throws IOException {
    Network network = Networks.of(name, NARROW);
    Path numbers = folder.resolve(name + ".safetensors");
    RandomWeights.write(network, numbers);
    Weights weights = Weights.of(numbers);
    Path torch = folder.resolve(name + ".pt");
    Path saved = folder.resolve(name + "-savedmodel");
    Path zip = folder.resolve(name + ".zip");
    TorchScriptArchive.write(network, weights, torch);
    WholeFolder.write(saved, part -> SavedModelFolder.write(network, weights, part));
    DeeplearningArchive.write(network, weights, zip);
    return new Written(network, Map.of("djl", torch, "tf", saved, "dl4j", zip));
  }
}
