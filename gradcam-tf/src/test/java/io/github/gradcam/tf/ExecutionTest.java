package io.github.gradcam.tf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Execution;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("TensorFlow's rewriting of graphs")
class ExecutionTest {

  @ParameterizedTest(name = "{0}")
  @DisplayName("is off: scores are the same to the bit, whichever layer is looked into")
  @ValueSource(strings = {"slashes-keras2", "squeeze-excite", "norms-keras2", "nchw"})
  void asWritten(String name) {
    Structure structure = Structure.of(name);
    try (Model model = structure.open()) {
      Tensor expected = model.forward(structure.input());
      for (Layer layer : model.layers()) {
        try (Capture pass = model.hook(layer.path()).forward(structure.input())) {
          assertThat(pass.output()).as(layer.path()).isEqualTo(expected);
          assertThat(pass.computation().execution()).isEqualTo(Execution.AS_WRITTEN);
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("is on where it is asked for, and changes rounding alone")
  @ValueSource(strings = {"slashes-keras2", "squeeze-excite", "norms-keras2", "nchw"})
  void simplified(String name) {
    Structure structure = Structure.of(name);
    try (Model model = structure.open(ModelOptions.builder().execution(Execution.SIMPLIFIED));
        Capture pass = model.hook(structure.layers().get(0)).forward(structure.input())) {
      Structure.assertClose("scores", pass.output(), structure.logits());
      assertThat(pass.computation().execution()).isEqualTo(Execution.SIMPLIFIED);
    }
  }
}
