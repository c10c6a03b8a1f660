package io.github.gradcam.examples.swap;

import io.github.gradcam.method.CamMethods;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads engines into a JVM that has none, in the order that is named, and prints how far the maps
 * are apart at most.
 */
final class LoadingOrder {

  private static final int ROUNDS = 4;

  private LoadingOrder() {}

  /**
   * Runs the program.
   *
   * @param args names of {@link Engine}
   */
  public static void main(String[] args) {
    List<Engine> order = Stream.of(args).map(Engine::valueOf).toList();
    try (Engines engines = Engines.loaded(order)) {
      // Several threads, so that all compute at the same time.
      double largest =
          Collections.nCopies(ROUNDS, Bundled.photos()).stream()
              .flatMap(List::stream)
              .parallel()
              .map(photo -> engines.explain(photo, CamMethods.gradCam()))
              .mapToDouble(Explained::normalizedDifference)
              .max()
              .orElseThrow();
      System.out.println(largest);
    }
  }
}
