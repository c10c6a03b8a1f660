package io.github.gradcam.examples.vgg16.export;

import io.github.gradcam.error.WriteException;
import io.github.gradcam.examples.vgg16.network.Vgg16;
import io.github.gradcam.examples.vgg16.network.Weights;
import io.github.gradcam.examples.vgg16.network.WholeNetwork;
import java.io.IOException;
import java.nio.file.Path;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;

/**
 * The network as TensorFlow saves networks, a SavedModel: its signature {@code serving_default}
 * takes {@code photo}, {@code [N, 224, 224, 3]} as {@link Vgg16#PREPROCESSING} gives them with the
 * channels last, and gives {@code predictions}, probabilities. Its operations have Keras's names,
 * and its weights are variables in a checkpoint.
 */
public final class SavedModelFolder {

  private static final String GRAPH = "saved_model.pb";

  private SavedModelFolder() {}

  /**
   * Writes the network.
   *
   * @param weights the convolutions' and the head's
   * @param folder where it will lie, whole or not at all, in an existing folder; an existing
   *     SavedModel is replaced, and nothing else
   * @throws io.github.gradcam.examples.vgg16.network.WeightsException if the weights are not a
   *     whole network's
   * @throws WriteException if the folder cannot be written
   */
  public static void write(Weights weights, Path folder) {
    WholeNetwork.of(weights);
    WholeFolder.write(folder, GRAPH, part -> export(weights, part));
  }

  private static void export(Weights weights, Path folder) throws IOException {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Variables variables = new Variables(tf);
      Signature signature = new TensorFlowGraph(tf, variables, weights).signature();
      variables.addSaver();
      try (Session session = new Session(graph)) {
        variables.assign(session);
        SavedModelBundle.exporter(folder.toString())
            .withTags(SavedModelBundle.DEFAULT_TAG)
            .withSession(session)
            .withSignature(signature)
            .export();
      }
    } catch (TensorFlowException e) {
      throw new IOException(e);
    }
  }
}
