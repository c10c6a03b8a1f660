package io.github.gradcam.examples.swap;

import io.github.gradcam.method.CamMethods;
import java.nio.file.Path;

/**
 * Loads both engines into a JVM that has neither, the one that is named first, and prints how far
 * the maps are apart at most.
 */
final class LoadingOrder {

  private LoadingOrder() {}

  /**
   * Runs the program.
   *
   * @param args {@code torch} or {@code tensorflow}
   */
  public static void main(String[] args) {
    boolean torchFirst = args[0].equals("torch");
    try (BothEngines engines =
        torchFirst ? BothEngines.torchFirst() : BothEngines.tensorFlowFirst()) {
      float largest = 0;
      for (Path photo : Bundled.photos()) {
        BothEngines.Twice twice = engines.explain(photo, CamMethods.gradCam());
        largest = Math.max(largest, twice.normalizedDifference());
      }
      System.out.println(largest);
    }
  }
}
