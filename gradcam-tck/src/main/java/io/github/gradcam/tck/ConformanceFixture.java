package io.github.gradcam.tck;

import io.github.gradcam.model.Device;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.BackendProvider;
import java.nio.file.Path;

/** What the kit must know of a backend. */
public interface ConformanceFixture {

  /** The backend, as {@link java.util.ServiceLoader} finds it. */
  BackendProvider provider();

  /**
   * The file or directory that holds a network in a format of the backend.
   *
   * @param network which
   * @return a source that {@link #provider()} opens
   */
  Path file(FixtureNetwork network);

  /**
   * Opens a network. The default opens {@link #file} through {@link #provider()}; a fixture for
   * models that an application holds in memory wraps one here instead.
   *
   * @param network which
   * @param options with the device of {@link #device()} and the network's input shape
   * @return the model; the kit closes it
   */
  default Model open(FixtureNetwork network, ModelOptions options) {
    return provider().open(file(network), options);
  }

  /**
   * What a layer is called in the backend's format.
   *
   * @param network which network
   * @param name the neutral name, one of {@link FixtureNetwork#layers()}
   * @return the path as {@link io.github.gradcam.model.Layer#path()} gives it; by default the
   *     neutral name
   */
  default String layer(FixtureNetwork network, String name) {
    return name;
  }

  /**
   * Everything in the user's network that a backend could change by mistake: parameters, running
   * statistics, gradients, training mode; read from the engine at this moment.
   *
   * @param model a model that {@link #open} opened
   * @return bytes that are equal if, and only if, nothing has changed
   */
  byte[] snapshot(Model model);

  /** Where the kit shall run the networks. */
  default Device device() {
    return Device.cpu();
  }

  /** A device that is surely not present. */
  default Device missingDevice() {
    return Device.gpu(4095);
  }
}
