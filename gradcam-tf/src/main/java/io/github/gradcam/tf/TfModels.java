package io.github.gradcam.tf;

import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import java.nio.file.Path;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;

/**
 * Networks that an application holds in memory with TensorFlow Java, and SavedModels of which more
 * must be said than where they lie.
 *
 * <p>What is explained is the network as it is at the moment of the call: its operations and the
 * values of its variables are copied once, and it may be trained on, or closed, while the copy is
 * explained. After more training, wrap it again. Closing a model frees the copy and nothing of the
 * user's.
 *
 * <p>Layers, outputs and what is refused are as in {@link TfBackend}. All methods may be called in
 * any number of threads.
 */
public final class TfModels {

  private TfModels() {}

  /**
   * Opens a SavedModel of several graphs or signatures.
   *
   * @param source the folder
   * @param choice which graph and signature
   * @param options as for any model
   * @return the model; the caller closes it
   * @throws io.github.gradcam.error.ModelOpenException if it cannot be opened
   * @throws io.github.gradcam.error.DeviceUnavailableException if the device is missing
   */
  public static Model open(Path source, SavedModelChoice choice, ModelOptions options) {
    return Opening.open(source, choice, options);
  }

  /**
   * A model of a SavedModel that is loaded, with its usual signature.
   *
   * @param bundle the SavedModel
   * @return the model; the caller closes it, and the bundle for itself
   * @throws io.github.gradcam.error.ModelOpenException if it cannot be explained
   */
  public static Model of(SavedModelBundle bundle) {
    return of(bundle, SavedModelChoice.usual(), ModelOptions.defaults());
  }

  /**
   * A model of a SavedModel that is loaded.
   *
   * @param bundle the SavedModel
   * @param choice which signature; tags mean nothing here
   * @param options the device that the copy shall run on, and the output that is meant
   * @return the model; the caller closes it, and the bundle for itself
   * @throws io.github.gradcam.error.ModelOpenException if it cannot be explained
   * @throws io.github.gradcam.error.DeviceUnavailableException if the device is missing
   */
  public static Model of(SavedModelBundle bundle, SavedModelChoice choice, ModelOptions options) {
    return InMemory.of(bundle, choice, options);
  }

  /**
   * A model of a graph that the application has built or imported.
   *
   * @param graph the graph
   * @param session a session of that graph, in which its variables have values
   * @param output the tensor with the scores: {@code logits}, or {@code node:0}
   * @return the model; the caller closes it, and graph and session for itself
   * @throws io.github.gradcam.error.ModelOpenException if it cannot be explained
   */
  public static Model of(Graph graph, Session session, String output) {
    return of(graph, session, ModelOptions.builder().output(output).build());
  }

  /**
   * A model of a graph that the application has built or imported.
   *
   * @param graph the graph
   * @param session a session of that graph, in which its variables have values
   * @param options the device that the copy shall run on, and the output that is meant, as for a
   *     frozen graph
   * @return the model; the caller closes it, and graph and session for itself
   * @throws io.github.gradcam.error.ModelOpenException if it cannot be explained
   * @throws io.github.gradcam.error.DeviceUnavailableException if the device is missing
   */
  public static Model of(Graph graph, Session session, ModelOptions options) {
    return InMemory.of(graph, session, options);
  }
}
