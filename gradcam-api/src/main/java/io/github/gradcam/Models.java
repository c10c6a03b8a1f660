package io.github.gradcam;

import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.BackendProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens model files with whatever backend on the class path knows them.
 *
 * <p>Backends are looked for in the thread's context class loader and in the one that loaded this
 * library; the first may be missing, or know of none.
 *
 * <p>Where several know a file, the user says which: {@link ModelOptions.Builder#backend(String)}
 * for one model, or the system property {@code gradcam.backend} for every model whose options name
 * none, as in {@code java -Dgradcam.backend=tf …}. It is read at each call; an empty one counts as
 * none.
 */
public final class Models {

  private Models() {}

  /**
   * Opens a model on the processor.
   *
   * @param source a file or directory
   * @return the model; the caller closes it
   * @throws io.github.gradcam.error.GradCamException see {@link #load(Path, ModelOptions)}
   */
  public static Model load(Path source) {
    return load(source, ModelOptions.defaults());
  }

  /**
   * Opens a model.
   *
   * @param source a file or directory; what it is shows from its content, not from its name
   * @param options what the user wants
   * @return the model; the caller closes it
   * @throws ModelOpenException if there is no such file, or it cannot be opened; the message says
   *     what it is and what to do
   * @throws io.github.gradcam.error.BackendUnavailableException if no backend is there, none opens
   *     it, several do and none is named, or the one that is named is not there
   * @throws io.github.gradcam.error.DeviceUnavailableException if the device is missing
   */
  public static Model load(Path source, ModelOptions options) {
    if (!Files.exists(source)) {
      throw new ModelOpenException(
          "There is no file \""
              + source
              + "\" (looked for it in "
              + source.toAbsolutePath().getParent()
              + ").");
    }
    if (Files.isRegularFile(source) && isEmpty(source)) {
      throw new ModelOpenException("\"" + source + "\" is empty: no byte in it. Copy it again.");
    }
    return new Backends(backends()).choose(source, options).open(source, options);
  }

  private static boolean isEmpty(Path file) {
    try {
      return Files.size(file) == 0;
    } catch (IOException e) {
      throw new ModelOpenException("\"" + file + "\" cannot be read: " + e + ".", e);
    }
  }

  /**
   * The backends on the class path, in the order they are found. Loads no native code.
   *
   * @return the backends; may be empty
   * @throws io.github.gradcam.error.BackendUnavailableException if one is there but cannot be
   *     loaded
   */
  public static List<BackendProvider> backends() {
    return Backends.found();
  }

  /** The backends there are, on the class path or not. */
  public static List<KnownBackend> known() {
    return KnownBackends.all();
  }
}
