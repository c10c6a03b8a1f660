package io.github.gradcam.djl.hostile;

import io.github.gradcam.djl.Structure;
import io.github.gradcam.model.Model;

/** Opens the first model of a JVM in a thread that is interrupted already. */
final class InterruptedFirst {

  private InterruptedFirst() {}

  public static void main(String[] args) {
    Structure structure = Structure.of("nested-traced");
    Thread.currentThread().interrupt();
    try (Model model = structure.open()) {
      model.forward(structure.input());
      System.out.println("done, interrupted: " + Thread.interrupted());
    }
  }
}
