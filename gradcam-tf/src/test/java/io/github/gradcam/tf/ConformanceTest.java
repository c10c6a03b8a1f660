package io.github.gradcam.tf;

import io.github.gradcam.model.Model;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.tck.ConformanceFixture;
import io.github.gradcam.tck.FixtureNetwork;
import io.github.gradcam.tck.ModelConformanceKit;
import io.github.gradcam.tf.internal.engine.Snapshot;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("The promises of the API")
class ConformanceTest {

  @Nested
  @DisplayName("hold for what Keras 3 exports")
  class Keras3 extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      return new Saved("keras3");
    }
  }

  @Nested
  @DisplayName("hold for networks of Keras 3 that TensorFlow saves")
  class Saved3 extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      return new Saved("saved3");
    }
  }

  @Nested
  @DisplayName("hold for what Keras 2 saves")
  class Keras2 extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      return new Saved("keras2");
    }
  }

  @Nested
  @DisplayName("hold for functions of TensorFlow without Keras")
  class Functions extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      return new Saved("module");
    }
  }

  @Nested
  @DisplayName("hold for frozen graphs of TensorFlow 2")
  class Frozen2 extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      return new Saved("frozen.pb");
    }
  }

  @Nested
  @DisplayName("hold for frozen graphs of TensorFlow 1")
  class Frozen1 extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      return new Saved("tf1.pb");
    }
  }

  private record Saved(String way) implements ConformanceFixture {

    @Override
    public BackendProvider provider() {
      return new TfBackend();
    }

    @Override
    public Path file(FixtureNetwork network) {
      return Path.of("src/test/resources", network.id() + "-" + way);
    }

    /** Without Keras a second call writes a scope of its own. */
    @Override
    public String layer(FixtureNetwork network, String name) {
      boolean keras = way.startsWith("keras") || way.equals("saved3") || way.equals("frozen.pb");
      return name.replace('.', '/').replace("#2", keras ? "#2" : "_1");
    }

    @Override
    public byte[] snapshot(Model model) {
      return Snapshot.of(model);
    }
  }
}
