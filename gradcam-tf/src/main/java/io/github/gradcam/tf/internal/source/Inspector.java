package io.github.gradcam.tf.internal.source;

import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.spi.Verdict;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says by its content what a file or folder is. */
public final class Inspector {

  private static final int HEAD = 64;
  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] LITE = {'T', 'F', 'L', '3'};
  private static final int LITE_AT = 4;

  private static final String EXPORT =
      " Open it in Python and export it: model = keras.models.load_model(file);"
          + " model.export(folder). The folder opens here.";

  private Inspector() {}

  /**
   * Looks.
   *
   * @param source a file or folder
   * @throws ModelOpenException if it cannot be read
   */
  public static Verdict inspect(Path source) {
    try {
      if (Files.isDirectory(source)) {
        return folder(source);
      } else if (!Files.exists(source)) {
        throw new ModelOpenException(source + " does not exist.");
      } else if (!Files.isRegularFile(source)) {
        // Reading a pipe or a device may never end.
        return new Verdict.Unknown();
      }
      return file(source);
    } catch (IOException unreadable) {
      throw new ModelOpenException(
          source + " cannot be read: " + unreadable.getMessage() + ".", unreadable);
    }
  }

  /** The folder of a SavedModel, if a source is one, or the file in one. */
  public static Optional<SavedModelFolder> savedModel(Path source) {
    Path folder = Files.isDirectory(source) ? source : source.toAbsolutePath().getParent();
    boolean named =
        Files.isDirectory(source)
            || String.valueOf(source.getFileName()).equals(SavedModelFolder.FILE);
    return named && folder != null && Files.isRegularFile(folder.resolve(SavedModelFolder.FILE))
        ? Optional.of(new SavedModelFolder(folder))
        : Optional.empty();
  }

  private static Verdict folder(Path folder) throws IOException {
    Path file = folder.resolve(SavedModelFolder.FILE);
    if (Files.isRegularFile(file)) {
      return savedModel(folder, file);
    }
    if (Files.isRegularFile(folder.resolve("saved_model.pbtxt"))) {
      return new Verdict.Refuses(
          folder + " is a SavedModel written as text. Save it again in binary form.");
    }
    List<String> names;
    try (Stream<Path> inside = Files.list(folder)) {
      names = inside.map(path -> String.valueOf(path.getFileName())).sorted().limit(1000).toList();
    }
    Optional<String> version =
        names.stream()
            .filter(
                name -> Files.isRegularFile(folder.resolve(name).resolve(SavedModelFolder.FILE)))
            // Versions are numbers, and the longer is the later.
            .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    if (version.isPresent()) {
      return new Verdict.Refuses(
          folder
              + " holds SavedModels in folders of their own. Open one of them, such as "
              + folder.resolve(version.get())
              + ".");
    }
    boolean checkpoint = names.stream().anyMatch(name -> name.endsWith(".index"));
    return checkpoint && names.stream().anyMatch(name -> name.contains(".data-"))
        ? new Verdict.Refuses(
            folder
                + " is a checkpoint of TensorFlow: weights without their network. Load it into the"
                + " network in Python, and export that with model.export(folder).")
        : new Verdict.Unknown();
  }

  private static Verdict savedModel(Path folder, Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      if (!Wire.isSavedModel(in)) {
        return new Verdict.Unknown();
      }
    }
    boolean keras2 = Files.isRegularFile(folder.resolve("keras_metadata.pb"));
    return new Verdict.Opens(keras2 ? "SavedModel (Keras 2)" : "SavedModel");
  }

  private static Verdict file(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (startsWith(head, 0, HDF5)) {
      return new Verdict.Refuses(
          file + " is an HDF5 file, as Keras saves its networks (.h5)." + EXPORT);
    } else if (startsWith(head, LITE_AT, LITE)) {
      return new Verdict.Refuses(
          file
              + " is a network for TensorFlow Lite, which knows no gradients. Open the SavedModel or"
              + " the Keras file that it was converted from.");
    } else if (isText(head)) {
      return new Verdict.Refuses(
          file
              + " is a graph written as text. Write it again in binary form, with"
              + " tf.io.write_graph(graph, folder, name, as_text=False).");
    } else if (startsWith(head, 0, ZIP)) {
      return isKeras(head)
          ? new Verdict.Refuses(file + " is an archive of Keras 3 (.keras)." + EXPORT)
          : new Verdict.Unknown();
    }
    if (savedModel(file).isPresent()) {
      return folder(savedModel(file).get().folder());
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return Wire.isGraph(in)
          ? new Verdict.Opens("frozen graph of TensorFlow")
          : new Verdict.Unknown();
    }
  }

  /** Protocol buffers as text begin with the name of a field. */
  private static boolean isText(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return Stream.of("node {", "library {", "versions {", "saved_model_schema_version: ")
        .anyMatch(text::startsWith);
  }

  /** Keras writes its archive's parts in an order of its own. */
  private static boolean isKeras(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.contains("metadata.json")
        || text.contains("config.json")
        || text.contains("model.weights.h5");
  }

  private static boolean startsWith(byte[] bytes, int from, byte[] wanted) {
    return bytes.length >= from + wanted.length
        && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
  }
}
