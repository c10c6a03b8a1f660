package io.github.gradcam.spi;

import io.github.gradcam.model.Device;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * A backend, found by {@link java.util.ServiceLoader}.
 *
 * <p>Its constructor, {@link #name()}, {@link #description()} and {@link #inspect} must not touch
 * native code, so that an application that has several backends loads only the one it uses.
 * Implementations are safe for any number of threads.
 */
public interface BackendProvider {

  /** A short name in lower case, unique among backends. */
  String name();

  /** What it opens and with which engine, in one line for a person. */
  String description();

  /**
   * Looks at a file's or directory's content, never at its name alone, and says whether this
   * backend opens it.
   *
   * @param source an existing file or directory; its content is not trusted
   * @return the verdict
   * @throws io.github.gradcam.error.ModelOpenException if the source cannot be read
   */
  Verdict inspect(Path source);

  /** The engine and its version, such as {@code PyTorch 2.7.1}. May load native code. */
  String engine();

  /**
   * The devices the engine sees, the processor first. May load native code.
   *
   * @return at least one
   */
  List<Device> devices();

  /**
   * Opens a model.
   *
   * @param source a file or directory for which {@link #inspect} said {@link Verdict.Opens}
   * @param options what the user wants
   * @return the model; the caller closes it
   * @throws io.github.gradcam.error.ModelOpenException if it cannot be opened after all
   * @throws io.github.gradcam.error.DeviceUnavailableException if the device is missing; the
   *     message lists those present
   */
  Model open(Path source, ModelOptions options);
}
