package io.github.gradcam.examples.swap;

import io.github.gradcam.method.CamMethods;
import java.util.Collections;
import java.util.List;

/**
 * Loads both engines into a JVM that has neither, the one that is named first, and prints how far
 * the maps are apart at most.
 */
final class LoadingOrder {

  private static final int ROUNDS = 4;

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
      // Several threads, so that both compute at the same time.
      double largest =
          Collections.nCopies(ROUNDS, Bundled.photos()).stream()
              .flatMap(List::stream)
              .parallel()
              .map(photo -> engines.explain(photo, CamMethods.gradCam()))
              .mapToDouble(BothEngines.Twice::normalizedDifference)
              .max()
              .orElseThrow();
      System.out.println(largest);
    }
  }
}
