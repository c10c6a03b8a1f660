package io.github.gradcam.examples.swap;

import io.github.gradcam.djl.DjlBackend;
import io.github.gradcam.dl4j.Dl4jBackend;
import io.github.gradcam.tck.ConformanceFixture;
import io.github.gradcam.tck.ModelConformanceKit;
import io.github.gradcam.tf.TfBackend;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("The promises of the API, in a process with three engines,")
class OneProcessTest {

  private static final Path MODULES = Path.of("../..");

  @Nested
  @DisplayName("hold for PyTorch")
  class Torch extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      Path files = MODULES.resolve("gradcam-djl/src/test/resources");
      return new Saved(
          new DjlBackend(), network -> files.resolve(network.id() + "-scripted.pt"), name -> name);
    }
  }

  @Nested
  @DisplayName("hold for TensorFlow")
  class TensorFlow extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      Path files = MODULES.resolve("gradcam-tf/src/test/resources");
      return new Saved(
          new TfBackend(),
          network -> files.resolve(network.id() + "-keras3"),
          name -> name.replace('.', '/'));
    }
  }

  @Nested
  @DisplayName("hold for Deeplearning4j")
  class Deeplearning4j extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      Path files = MODULES.resolve("gradcam-dl4j/src/test/resources/kit");
      return new Saved(
          new Dl4jBackend(),
          network -> files.resolve(network.id() + "-NCHW.zip"),
          name -> name.replace("#2", "2"));
    }
  }
}
