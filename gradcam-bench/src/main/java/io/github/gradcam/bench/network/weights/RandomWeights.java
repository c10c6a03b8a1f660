package io.github.gradcam.bench.network.weights;

import io.github.gradcam.bench.network.architecture.Network;
import io.github.gradcam.file.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** Random weights, the same on every machine, as a safetensors file. */
public final class RandomWeights {

  private RandomWeights() {}

  /**
   * Draws a network's weights and writes them, row by row: they are never in memory as a whole.
   *
   * @param network the network
   * @param file where it will lie, whole or not at all, in an existing folder
   * @throws io.github.gradcam.error.WriteException if it cannot be written
   */
  public static void write(Network network, Path file) {
    List<Parameter> parameters = Parameters.of(network);
    WholeFile.write(
        file,
        out -> {
          Header.write(parameters, out);
          for (Parameter parameter : parameters) {
            writeNumbers(parameter, Parameters.random(network, parameter), out);
          }
        });
  }

  private static void writeNumbers(Parameter parameter, SplittableRandom random, OutputStream out)
      throws IOException {
    float[] row = new float[parameter.row()];
    ByteBuffer bytes = ByteBuffer.allocate(row.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < parameter.rows(); i++) {
      parameter.draw().fill(row, random);
      bytes.asFloatBuffer().put(row);
      out.write(bytes.array());
    }
  }
}
