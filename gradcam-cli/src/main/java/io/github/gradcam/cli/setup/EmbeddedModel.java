package io.github.gradcam.cli.setup;

import io.github.gradcam.error.WriteException;
import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.image.Resize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The model that comes with the command line, as a file that a backend can open.
 *
 * <p>It is a small network for the ten classes of Imagenette. The file lies in the system's
 * temporary folder and belongs to this object: closing it, or the end of the program, removes it.
 * Close the model that was loaded from it first. Closing twice does nothing.
 */
public final class EmbeddedModel implements AutoCloseable {

  private static final String MODEL = "imagenette-cnn.pt";
  private static final String LABELS = "labels.txt";

  private final Path own;
  private final Path path;

  private EmbeddedModel(Path own, Path path) {
    this.own = own;
    this.path = path;
  }

  /**
   * Copies the model to a temporary file.
   *
   * @return the file; the caller closes it
   * @throws WriteException if the temporary folder is full or not writable
   */
  public static EmbeddedModel unpack() {
    return unpackInto(Path.of(System.getProperty("java.io.tmpdir")));
  }

  static EmbeddedModel unpackInto(Path folder) {
    try (InputStream in = resource(MODEL)) {
      // In a folder of its own, so that results name the model and not a temporary file.
      Path own = Files.createTempDirectory(folder, "gradcam-");
      EmbeddedModel model = new EmbeddedModel(own, own.resolve(MODEL));
      own.toFile().deleteOnExit(); // also where copying fails half-way
      model.path.toFile().deleteOnExit();
      Files.copy(in, model.path);
      return model;
    } catch (IOException e) {
      throw new WriteException(
          "The model that comes with gradcam cannot be copied to the temporary folder \""
              + folder
              + "\": "
              + e
              + ". Make room there, or name another folder with -Djava.io.tmpdir=DIR.",
          e);
    }
  }

  /** The model's file. */
  public Path path() {
    return path;
  }

  /** How photos become its input: squashed to 160 x 160, as it was trained. */
  static Preprocessing preprocessing() {
    return Preprocessing.torchvision()
        .withResize(new Resize.Squash(160, 160))
        .withName("torchvision's levels, 160 x 160");
  }

  /** Its ten classes. */
  static List<String> labels() {
    try (InputStream in = resource(LABELS)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(EmbeddedModel.class.getResourceAsStream(name), name);
  }

  /**
   * Removes the file.
   *
   * @throws WriteException if it cannot be removed
   */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
      Files.deleteIfExists(own);
    } catch (IOException e) {
      throw new WriteException(
          "The temporary file \"" + path + "\" cannot be removed: " + e + ". Remove it by hand.",
          e);
    }
  }
}
