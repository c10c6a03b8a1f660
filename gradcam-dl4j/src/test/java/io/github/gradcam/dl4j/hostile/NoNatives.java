package io.github.gradcam.dl4j.hostile;

import io.github.gradcam.dl4j.Dl4jBackend;
import io.github.gradcam.error.BackendUnavailableException;
import io.github.gradcam.model.ModelOptions;
import java.nio.file.Path;

/** Inspects a file and tries to open it, twice, where ND4J has no native library. */
final class NoNatives {

  private NoNatives() {}

  public static void main(String[] args) {
    Path file = Path.of(args[0]);
    Dl4jBackend backend = new Dl4jBackend();
    System.out.println("inspected " + backend.inspect(file));
    for (int i = 0; i < 2; i++) {
      try {
        backend.open(file, ModelOptions.defaults()).close();
        System.out.println("opened");
      } catch (BackendUnavailableException missing) {
        System.out.println("unavailable: " + missing.getMessage());
      }
    }
  }
}
