package io.github.gradcam.tf;

import io.github.gradcam.model.Device;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.spi.Verdict;
import io.github.gradcam.tf.internal.engine.Devices;
import io.github.gradcam.tf.internal.source.Inspector;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens SavedModels and frozen graphs with TensorFlow Java.
 *
 * <p>SavedModels are opened as Keras 3 ({@code model.export}), Keras 2 ({@code model.save}) and
 * {@code tf.saved_model.save} write them, and frozen graphs ({@code .pb}) of TensorFlow 1 and 2.
 * Layers are addressed as Keras names them ({@code block5_conv3}), those of a network inside the
 * network with its name before them ({@code vgg16/block5_conv3}), and what comes from {@code
 * tf.function} by its scopes. {@code path#2} is the second call of a layer. Any operation between
 * input and output can also be addressed by the name it has in the file.
 *
 * <p>{@link ModelOptions.Builder#output(String)} names an output of the signature, or {@code
 * signature/output} of another one; in a frozen graph, a node. {@link TfModels#open} takes tags and
 * signature apart. A final softmax or sigmoid is taken away: scores are what lies before it.
 *
 * <p>Activations and gradients are float32 and {@code [N, C, H, W]}, whatever the network computes
 * in and wherever it has its channels. Where {@link ModelOptions#inputShape()} does not say
 * otherwise, {@link Model#layers()} takes the shape that the file gives, and 224 × 224 where it
 * leaves height and width open.
 *
 * <p>Networks run as they are written: {@link io.github.gradcam.model.Execution#AUTOMATIC}
 * simplifies nothing here. With {@link io.github.gradcam.model.Execution#SIMPLIFIED} TensorFlow
 * rewrites the whole network, fusing convolutions with what follows, which rounds otherwise and may
 * be faster.
 *
 * <p>A file is a program of a stranger's. Its operations are checked before TensorFlow sees them:
 * what reads or writes files, calls Python, keeps state or chooses its way at run time is refused,
 * naming the operation and the layer. TensorFlow's native code may still fail on numbers that it
 * has not foreseen: explain networks of strangers in a process of their own.
 *
 * <p>TensorFlow writes to the console while it starts. The environment variable {@code
 * TF_CPP_MIN_LOG_LEVEL=3} silences it; it cannot be set from inside the process.
 *
 * <p>Found by {@link java.util.ServiceLoader}; there is no need to create one. Safe for any number
 * of threads. The engine's native code is loaded when a model is opened or devices are listed, not
 * before.
 */
public final class TfBackend implements BackendProvider {

  /** The name of this backend. */
  static final String NAME = "tf";

  /** Creates the provider; touches no native code. */
  public TfBackend() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "SavedModels and frozen graphs (.pb), through TensorFlow Java";
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
    return Opening.open(source, SavedModelChoice.usual(), options);
  }
}
