package io.github.gradcam.examples.vgg16.network;

import io.github.gradcam.tensor.Tensor;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** Writes weights as Keras Applications publishes VGG16's. */
public final class KerasFile {

  private KerasFile() {}

  /** All convolutions. */
  public static void write(Weights weights, Path file) {
    write(weights, file, (layer, group) -> {});
  }

  /** All convolutions, and what is done to each layer's group after. */
  static void write(Weights weights, Path file, BiConsumer<String, WritableGroup> after) {
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      for (String layer : Vgg16.convolutions()) {
        WritableGroup group = hdf.putGroup(layer);
        group.putDataset(layer + "_W_1:0", kernel(weights.weight(layer)));
        group.putDataset(layer + "_b_1:0", weights.bias(layer).toArray());
        after.accept(layer, group);
      }
    }
  }

  private static float[][][][] kernel(Tensor weight) {
    int outputs = weight.shape().length(0);
    int inputs = weight.shape().length(1);
    float[][][][] kernel = new float[3][3][inputs][outputs];
    for (int y = 0; y < 3; y++) {
      for (int x = 0; x < 3; x++) {
        for (int input = 0; input < inputs; input++) {
          for (int output = 0; output < outputs; output++) {
            kernel[y][x][input][output] = weight.get(output, input, y, x);
          }
        }
      }
    }
    return kernel;
  }
}
