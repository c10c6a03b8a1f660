package io.github.gradcam.djl.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.gradcam.djl.Structure;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The engine's memory")
class ClosingTest {

  private final Structure structure = Structure.of("nested-traced");

  private static NDManager manager(Model model) {
    try (NDManager inner = ((TorchModel) model).network().newManager()) {
      return inner.getParentManager();
    }
  }

  private static List<NDArray> weights(Model model) {
    List<NDArray> weights = new ArrayList<>();
    ((TorchModel) model).network().parameters().forEach(p -> weights.add(p.getValue().getArray()));
    return weights;
  }

  @Test
  @DisplayName("of a model is given back when it is closed, however often it is opened")
  void opensAndCloses() {
    for (int i = 0; i < 20; i++) {
      Model model = structure.open();
      List<NDArray> weights = weights(model);
      NDManager manager = manager(model);
      assertThat(weights).hasSize(8).noneMatch(NDArray::isReleased);
      model.forward(structure.input());
      model.close();
      assertThat(weights).allMatch(NDArray::isReleased);
      assertThat(manager.isOpen()).isFalse();
    }
  }

  @Test
  @DisplayName("of a model that is closed waits for its last pass")
  void waitsForTheLast() {
    Model model = structure.open();
    NDManager manager = manager(model);
    Capture capture = model.hook("stem").forward(structure.input());
    model.close();
    assertThat(manager.isOpen()).isTrue();
    capture.close();
    assertThat(manager.isOpen()).isFalse();
  }
}
