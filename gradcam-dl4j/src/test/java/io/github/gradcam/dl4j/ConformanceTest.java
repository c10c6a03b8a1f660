package io.github.gradcam.dl4j;

import io.github.gradcam.dl4j.internal.engine.Snapshot;
import io.github.gradcam.dl4j.rule.LayerRules;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.tck.ConformanceFixture;
import io.github.gradcam.tck.FixtureNetwork;
import io.github.gradcam.tck.ModelConformanceKit;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("The kit's promises")
class ConformanceTest {

  @Nested
  @DisplayName("hold for graphs with their channels first")
  class ChannelsFirst extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      return new Saved(CNN2DFormat.NCHW);
    }
  }

  @Nested
  @DisplayName("hold for graphs with their channels last")
  class ChannelsLast extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      return new Saved(CNN2DFormat.NHWC);
    }
  }

  @Nested
  @DisplayName("hold for graphs in memory")
  class InMemory extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      return new Held(new Saved(CNN2DFormat.NCHW));
    }
  }

  private record Saved(CNN2DFormat format) implements ConformanceFixture {

    @Override
    public BackendProvider provider() {
      return new Dl4jBackend();
    }

    @Override
    public Path file(FixtureNetwork network) {
      return KitArchives.file(network, format);
    }

    /** A layer has one call here. */
    @Override
    public String layer(FixtureNetwork network, String name) {
      return name.replace("#2", "2");
    }

    @Override
    public byte[] snapshot(Model model) {
      return Snapshot.of(model);
    }
  }

  private record Held(Saved saved) implements ConformanceFixture {

    @Override
    public BackendProvider provider() {
      return saved.provider();
    }

    @Override
    public Path file(FixtureNetwork network) {
      return saved.file(network);
    }

    @Override
    public Model open(FixtureNetwork network, ModelOptions options) {
      return Dl4jModels.of(
          new KitNetwork(saved.format()).graph(network), LayerRules.none(), options);
    }

    @Override
    public String layer(FixtureNetwork network, String name) {
      return saved.layer(network, name);
    }

    @Override
    public byte[] snapshot(Model model) {
      return saved.snapshot(model);
    }
  }
}
