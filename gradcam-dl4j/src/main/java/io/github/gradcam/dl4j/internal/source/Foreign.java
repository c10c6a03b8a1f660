package io.github.gradcam.dl4j.internal.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.nd4j.graph.FlatGraph;
import org.nd4j.graph.FlatVariable;

/** Files that users of Deeplearning4j have, and that are none of its networks. */
final class Foreign {

  private static final byte[] SERIALIZED = {(byte) 0xac, (byte) 0xed, 0, 5};

  private static final int ONNX_VERSION = 0x08;
  private static final int ONNX_PRODUCER = 0x12;
  private static final int MOST_VERSIONS = 32;

  private static final byte[] LITE = {'T', 'F', 'L', '3'};
  private static final int LITE_AT = 4;
  private static final int SMALLEST_GRAPH = 64;
  private static final int MOST_VARIABLES = 1_000_000;
  private static final int MOST_TYPES = 32;

  private Foreign() {}

  /**
   * What is wrong with a file, if it is one of these.
   *
   * @param head its first bytes
   */
  static Optional<String> refusal(Path file, byte[] head) throws IOException {
    if (startsWith(head, 0, SERIALIZED)) {
      return Optional.of(
          " is an object that Java has serialised. It is not read, because bringing it back runs"
              + " what its writer wanted. Write the network with ModelSerializer.writeModel.");
    } else if (isOnnx(head)) {
      return Optional.of(
          " is an ONNX model, which Deeplearning4j does not import reliably. Export the network"
              + " from where it was trained: as TorchScript for gradcam-djl, or as a SavedModel for"
              + " gradcam-tf.");
    } else if (isSameDiff(file, head)) {
      return Optional.of(
          " is a graph of SameDiff, whose gradients inside of the graph are not reliable. Build the"
              + " network as a MultiLayerNetwork or ComputationGraph; one that was imported from"
              + " TensorFlow opens as a SavedModel with gradcam-tf.");
    }
    return Optional.empty();
  }

  /** A version, and then the name of the program that wrote it. */
  private static boolean isOnnx(byte[] head) {
    if (head.length < SMALLEST_GRAPH
        || head[0] != ONNX_VERSION
        || head[1] < 1
        || head[1] > MOST_VERSIONS
        || head[2] != ONNX_PRODUCER
        || head[3] < 1
        || head[3] > head.length - 4) {
      return false;
    }
    for (int i = 4; i < 4 + head[3]; i++) {
      boolean printed = head[i] > ' ' && head[i] < 0x7f;
      if (!printed) {
        return false;
      }
    }
    return true;
  }

  /** It has no mark of its own, but its tables must make sense. */
  private static boolean isSameDiff(Path file, byte[] head) throws IOException {
    if (head.length < SMALLEST_GRAPH || startsWith(head, LITE_AT, LITE)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      long size = Math.min(channel.size(), Integer.MAX_VALUE);
      ByteBuffer whole = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
      FlatGraph graph = FlatGraph.getRootAsFlatGraph(whole);
      int variables = graph.variablesLength();
      if (variables < 1 || variables > MOST_VARIABLES || graph.nodesLength() > MOST_VARIABLES) {
        return false;
      }
      FlatVariable first = graph.variables(0);
      FlatVariable last = graph.variables(variables - 1);
      return first.id() != null
          && last.id() != null
          && first.dtype() > 0
          && first.dtype() < MOST_TYPES
          && last.dtype() > 0
          && last.dtype() < MOST_TYPES;
    } catch (RuntimeException none) {
      // An offset that leads out of the file.
      return false;
    }
  }

  private static boolean startsWith(byte[] bytes, int from, byte[] wanted) {
    return bytes.length >= from + wanted.length
        && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
  }
}
