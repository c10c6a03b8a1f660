package io.github.gradcam.djl;

import io.github.gradcam.djl.internal.engine.Snapshot;
import io.github.gradcam.model.Model;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.tck.ConformanceFixture;
import io.github.gradcam.tck.FixtureNetwork;
import io.github.gradcam.tck.ModelConformanceKit;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("The promises of the API")
class ConformanceTest {

  @Nested
  @DisplayName("hold for traced files")
  class Traced extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      return new Archives("traced");
    }
  }

  @Nested
  @DisplayName("hold for scripted files")
  class Scripted extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      return new Archives("scripted");
    }
  }

  private record Archives(String kind) implements ConformanceFixture {

    @Override
    public BackendProvider provider() {
      return new DjlBackend();
    }

    @Override
    public Path file(FixtureNetwork network) {
      String name =
          switch (network) {
            case CLOSED_FORM -> "closed-form-";
            case REFERENCE -> "reference-";
            case RESIDUAL -> "residual-";
          };
      return Path.of("src/test/resources", name + kind + ".pt");
    }

    @Override
    public byte[] snapshot(Model model) {
      return Snapshot.of(model);
    }
  }
}
