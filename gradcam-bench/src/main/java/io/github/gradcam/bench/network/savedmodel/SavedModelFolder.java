package io.github.gradcam.bench.network.savedmodel;

import io.github.gradcam.bench.network.architecture.Network;
import io.github.gradcam.bench.network.weights.Weights;
import java.io.IOException;
import java.nio.file.Path;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.op.Ops;

/**
 * A network as TensorFlow saves networks, a SavedModel: its signature {@code serving_default} takes
 * {@code images}, {@code [N, side, side, 3]}, and gives {@code logits}. Its weights are variables
 * in a checkpoint.
 */
public final class SavedModelFolder {

  private SavedModelFolder() {}

  /**
   * Writes a network.
   *
   * @param network the network
   * @param weights its numbers
   * @param folder an empty one
   * @throws IOException if it cannot be written
   */
  public static void write(Network network, Weights weights, Path folder) throws IOException {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Variables variables = new Variables(tf);
      Signature signature = new TensorFlowGraph(tf, variables, weights, network).signature();
      variables.addSaver();
      try (Session session = new Session(graph)) {
        variables.assign(session);
        SavedModelBundle.exporter(folder.toString())
            .withTags(SavedModelBundle.DEFAULT_TAG)
            .withSession(session)
            .withSignature(signature)
            .export();
      }
    }
  }
}
