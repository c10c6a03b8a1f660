package io.github.gradcam.bench.network;

import io.github.gradcam.file.WholeFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The network that lies in the jar, in each format. */
final class Embedded {

  private static final String SAVED_MODEL = "imagenette-cnn-savedmodel";
  private static final List<String> SAVED_FILES =
      List.of(
          "saved_model.pb", "variables/variables.index", "variables/variables.data-00000-of-00001");

  private Embedded() {}

  /** Copies one of its files, {@code imagenette-cnn} and the ending. */
  static void unpack(String ending, Path file) {
    WholeFile.write(
        file,
        out -> {
          try (InputStream in = open("imagenette-cnn" + ending)) {
            in.transferTo(out);
          }
        });
  }

  static void unpackSavedModel(Path folder) throws IOException {
    for (String name : SAVED_FILES) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling("."));
      try (InputStream in = open(SAVED_MODEL + "/" + name)) {
        Files.copy(in, file);
      }
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = Embedded.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException(
          name + " is not in the jar of the benchmarks. Build it again with Maven.");
    }
    return in;
  }
}
