package io.github.gradcam.djl.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.djl.DjlBackend;
import io.github.gradcam.error.EngineException;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.trials.Fork;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A batch for which there is not enough memory")
class MemoryTest {

  @Test
  @DisplayName("of the system is an error that says so, and the model works on")
  void system() {
    Path file = Path.of("src/test/resources/structures/hungry-scripted.pt");
    try (Model model = new DjlBackend().open(file, ModelOptions.defaults())) {
      Tensor one = Tensor.zeros(Shape.of(1, 2, 6, 6));
      Tensor before = model.forward(one);
      Tensor batch = Tensor.zeros(Shape.of(64, 2, 6, 6));
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> model.forward(batch))
          .withMessageContaining("not enough memory")
          .withMessageContaining("[64, 2, 6, 6]");
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> model.hook("conv").forward(batch).close())
          .withMessageContaining("fewer images");
      assertThat(model.forward(one)).isEqualTo(before);
    }
  }

  @Test
  @DisplayName("of Java is an error that says so, and the model works on")
  void heap(@TempDir Path folder) {
    Fork.End end = Forks.in(folder, "-Xmx48m").run(SmallHeap.class);
    assertThat(end.output()).contains("not enough memory in Java's heap", "works on");
    assertThat(end.status()).isZero();
  }
}
