package io.github.gradcam.dl4j;

import io.github.gradcam.dl4j.internal.engine.Devices;
import io.github.gradcam.dl4j.internal.source.Inspector;
import io.github.gradcam.dl4j.rule.LayerRules;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.spi.Verdict;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens networks of Deeplearning4j and files of Keras 2 with ND4J.
 *
 * <p>Networks are opened as {@code ModelSerializer} writes {@code MultiLayerNetwork} and {@code
 * ComputationGraph}, and Keras 2 files ({@code .h5}) through Deeplearning4j's import. Layers are
 * addressed by their names, as the library gives them ({@code layer0}) where the application gives
 * none; {@code name#2} is the second layer of a name. A final softmax or sigmoid is taken away:
 * scores are what lies before it, and a layer that ends in it is not listed.
 *
 * <p>Networks compute with rules of gradcam's own, in evaluation mode, in the network's data type
 * and in whatever layout it has; nothing of Deeplearning4j's own forward or backward pass runs, and
 * {@link io.github.gradcam.model.Execution} changes nothing. A layer without a rule is refused with
 * its class when the network is opened; {@link Dl4jModels} takes rules for it.
 *
 * <p>{@link ModelOptions.Builder#output(String)} names one of a graph's outputs. Where {@link
 * ModelOptions#inputShape()} does not say otherwise, {@link Model#layers()} takes the shape that
 * the configuration tells, and 224 × 224 where it leaves height and width open. Networks that take
 * images as rows of numbers ({@code InputType.convolutionalFlat}) take {@code [N, C, H, W]} here.
 *
 * <p>Files are not trusted: objects that Java has serialised are never read, and only classes of
 * Deeplearning4j's own are named in a configuration, or those for which the application gives a
 * rule.
 *
 * <p>Found by {@link java.util.ServiceLoader}; there is no need to create one. Safe for any number
 * of threads. The engine's native code is loaded when a model is opened or devices are listed, not
 * before.
 */
public final class Dl4jBackend implements BackendProvider {

  /** The name of this backend. */
  static final String NAME = "dl4j";

  /** Creates the provider; touches no native code. */
  public Dl4jBackend() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Deeplearning4j networks (.zip) and Keras 2 files (.h5), through ND4J";
  }

  @Override
  public Verdict inspect(Path source) {
    return Inspector.inspect(source);
  }

  @Override
  public String engine() {
    return Devices.runtime();
  }

  @Override
  public List<Device> devices() {
    return Devices.present();
  }

  @Override
  public Model open(Path source, ModelOptions options) {
    return new Opening(LayerRules.none(), options).open(source);
  }
}
