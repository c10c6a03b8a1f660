package io.github.gradcam.djl.hostile;

import io.github.gradcam.djl.Structure;
import io.github.gradcam.error.EngineException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;

/** Asks for more activations than fit into a heap of 48 MB, and then for few. */
final class SmallHeap {

  private SmallHeap() {}

  public static void main(String[] args) {
    Structure structure = Structure.of("nested-traced");
    try (Model model = structure.open()) {
      Tensor before = model.forward(structure.input());
      // 16 MB, of which the layer makes 32 MB.
      try (Capture capture = model.hook("stem").forward(Tensor.zeros(Shape.of(2, 2, 1000, 1000)))) {
        capture.activations("stem");
        System.out.println("there was enough memory");
      } catch (EngineException full) {
        System.out.println(full.getMessage());
      }
      if (model.forward(structure.input()).equals(before)) {
        System.out.println("works on");
      }
    }
  }
}
