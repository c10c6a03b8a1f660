package io.github.gradcam.djl;

import io.github.gradcam.djl.internal.archive.Inspector;
import io.github.gradcam.djl.internal.engine.Devices;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.spi.Verdict;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens TorchScript files with DJL's PyTorch engine.
 *
 * <p>Files of {@code torch.jit.trace}, {@code torch.jit.script} and {@code torch.jit.freeze} are
 * opened as they are, and always computed in evaluation mode. Layers are addressed by their path in
 * the PyTorch module ({@code features.29}). A frozen file has no modules left: its layers are its
 * operators, addressed by kind and occurrence ({@code conv2d}, {@code conv2d#2}, {@code relu}).
 *
 * <p>{@code path#2} is the second call of a layer, in the source or in a later turn of a loop. A
 * network computes in the type of its own weights, halves and doubles included; what it is given
 * and what it gives is float32.
 *
 * <p>Where {@link ModelOptions#inputShape()} does not say otherwise, {@link Model#layers()} assumes
 * images of 224 × 224 with as many channels as the first convolution takes, or three.
 *
 * <p>A TorchScript file is a program. Opening one runs nothing of it: names, sizes, check sums,
 * pickles and source are checked before PyTorch reads them, and whatever PyTorch would not have
 * written is a {@link io.github.gradcam.error.ModelOpenException}. A pass runs it, with no bound on
 * time or memory: explain networks of strangers in a process of their own. While a file is opened,
 * a copy of its size lies in {@code java.io.tmpdir}.
 *
 * <p>Found by {@link java.util.ServiceLoader}; there is no need to create one. Safe for any number
 * of threads. The engine's native code is loaded when a model is opened or devices are listed, not
 * before.
 */
public final class DjlBackend implements BackendProvider {

  /** The name of this backend. */
  static final String NAME = "djl";

  /** Creates the provider; touches no native code. */
  public DjlBackend() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "TorchScript files (.pt), through DJL's PyTorch engine";
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
    return Opening.open(source, options);
  }
}
