package io.github.gradcam.dl4j;

import io.github.gradcam.dl4j.rule.LayerRules;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import java.nio.file.Path;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Networks that an application holds in memory with Deeplearning4j, and files with layers of the
 * application's own.
 *
 * <p>What is explained is the network as it is at the moment of the call: its configuration and its
 * parameters are copied once, and it may be trained on while the copy is explained. After more
 * training, wrap it again. Closing a model frees the copy and nothing of the user's.
 *
 * <p>Layers, outputs and what is refused are as in {@link Dl4jBackend}. All methods may be called
 * in any number of threads, as long as no other thread trains the network during the call.
 */
public final class Dl4jModels {

  private Dl4jModels() {}

  /**
   * Opens a file with layers of the application's own.
   *
   * @param source the file
   * @param rules for these layers; their classes may appear in the file
   * @param options as for any model
   * @return the model; the caller closes it
   * @throws io.github.gradcam.error.ModelOpenException if it cannot be opened
   * @throws io.github.gradcam.error.DeviceUnavailableException if the device is missing
   */
  public static Model open(Path source, LayerRules rules, ModelOptions options) {
    return new Opening(rules, options).open(source);
  }

  /**
   * A model of a network.
   *
   * @param network the network, initialised
   * @return the model; the caller closes it
   * @throws io.github.gradcam.error.ModelOpenException if it cannot be explained
   */
  public static Model of(MultiLayerNetwork network) {
    return of(network, LayerRules.none(), ModelOptions.defaults());
  }

  /**
   * A model of a network.
   *
   * @param network the network, initialised
   * @param rules for layers that gradcam knows nothing of
   * @param options the device, and the shape of an image
   * @return the model; the caller closes it
   * @throws io.github.gradcam.error.ModelOpenException if it cannot be explained
   * @throws io.github.gradcam.error.DeviceUnavailableException if the device is missing
   */
  public static Model of(MultiLayerNetwork network, LayerRules rules, ModelOptions options) {
    return new Opening(rules, options).of(network);
  }

  /**
   * A model of a graph.
   *
   * @param graph the graph, initialised
   * @return the model; the caller closes it
   * @throws io.github.gradcam.error.ModelOpenException if it cannot be explained
   */
  public static Model of(ComputationGraph graph) {
    return of(graph, LayerRules.none(), ModelOptions.defaults());
  }

  /**
   * A model of a graph.
   *
   * @param graph the graph, initialised
   * @param rules for layers and vertices that gradcam knows nothing of
   * @param options the device, the output that is meant, and the shape of an image
   * @return the model; the caller closes it
   * @throws io.github.gradcam.error.ModelOpenException if it cannot be explained
   * @throws io.github.gradcam.error.DeviceUnavailableException if the device is missing
   */
  public static Model of(ComputationGraph graph, LayerRules rules, ModelOptions options) {
    return new Opening(rules, options).of(graph);
  }
}
