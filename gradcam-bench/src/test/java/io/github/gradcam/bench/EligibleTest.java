package io.github.gradcam.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.BackendUnavailableException;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.spi.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Backends that have something to run")
class EligibleTest {

  private static final Path SCRIPT = Path.of("pom.xml");

  private final List<String> told = new ArrayList<>();
  private final BackendProvider torch = new Fake("torch", () -> List.of(Device.cpu()), SCRIPT);
  private final BackendProvider other =
      new Fake("other", () -> List.of(Device.cpu(), Device.gpu(0)), Path.of("net.zip"));
  private final BackendProvider broken =
      new Fake(
          "broken",
          () -> {
            throw new BackendUnavailableException("No library is there.");
          },
          Path.of("none"));
  private final Eligible eligible = new Eligible(List.of(torch, other, broken), told::add);

  @Test
  @DisplayName("are all of them, on the processor and with networks of this module")
  void all() {
    assertThat(eligible.of(List.of(), List.of(), List.of(Processor.CPU)))
        .containsExactly(torch, other, broken);
    assertThat(told).isEmpty();
  }

  @Test
  @DisplayName("are those that are named")
  void named() {
    assertThat(eligible.of(List.of("other"), List.of(), List.of())).containsExactly(other);
  }

  @Test
  @DisplayName("are not those that nobody knows")
  void unknown() {
    assertThatThrownBy(() -> eligible.of(List.of("onnx"), List.of(), List.of()))
        .hasMessage("There is no backend \"onnx\". There are: torch, other, broken.");
    assertThatThrownBy(() -> eligible.of(List.of(), List.of(Path.of("gone.pt")), List.of()))
        .hasMessage("There is no file \"gone.pt\".");
  }

  @Test
  @DisplayName("open the user's file")
  void model() {
    assertThat(eligible.of(List.of("torch", "other"), List.of(SCRIPT), List.of()))
        .containsExactly(torch);
    assertThat(told).containsExactly("other does not open pom.xml, so nothing is run with it.");
  }

  @Test
  @DisplayName("see a GPU, where one is asked for; of the others it is said what they see")
  void gpu() {
    assertThat(eligible.of(List.of(), List.of(), List.of(Processor.GPU))).containsExactly(other);
    assertThat(told)
        .containsExactly(
            "torch has no GPU here, so nothing is run with it. Engine 1 sees: cpu."
                + " docs/how-to/natives.md says which libraries it takes.",
            "broken has no GPU here, so nothing is run with it. No library is there."
                + " docs/how-to/natives.md says which libraries it takes.");
  }

  private record Fake(String name, Supplier<List<Device>> seen, Path opened)
      implements BackendProvider {

    @Override
    public String description() {
      return name;
    }

    @Override
    public Verdict inspect(Path source) {
      return source.equals(opened) ? new Verdict.Opens("a file") : new Verdict.Unknown();
    }

    @Override
    public String engine() {
      return "Engine 1";
    }

    @Override
    public List<Device> devices() {
      return seen.get();
    }

    @Override
    public Model open(Path source, ModelOptions options) {
      throw new UnsupportedOperationException();
    }
  }
}
