package io.github.gradcam.djl;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.tck.ConformanceFixture;
import io.github.gradcam.tck.FixtureNetwork;
import io.github.gradcam.tck.ModelConformanceKit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("The promises of the API, for networks in memory")
class BlockConformanceTest {

  private final NDManager manager = NDManager.newBaseManager("PyTorch");
  private final Map<Model, Block> opened = new LinkedHashMap<>();

  @AfterEach
  void close() {
    manager.close();
  }

  @Nested
  @DisplayName("hold for trees of DJL's blocks, with taps in a container of the user's own")
  class Tree extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      return new InMemory() {
        @Override
        Block block(FixtureNetwork network) {
          return BlockNetworks.of(network, manager);
        }

        @Override
        public String layer(FixtureNetwork network, String name) {
          return BlockNetworks.paths(network).get(name);
        }
      };
    }
  }

  @Nested
  @DisplayName("hold for TorchScript that DJL has loaded to be trained")
  class Script extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      return new InMemory() {
        @Override
        Block block(FixtureNetwork network) {
          return loaded(file(network), "true");
        }
      };
    }
  }

  @Nested
  @DisplayName("hold for blocks around TorchScript that DJL has loaded to be run")
  class Around extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      return new InMemory() {
        @Override
        Block block(FixtureNetwork network) {
          return new SequentialBlock()
              .add(new SequentialBlock().add(loaded(file(network), "false")))
              .add(Blocks.identityBlock());
        }

        @Override
        public String layer(FixtureNetwork network, String name) {
          return "01SequentialBlock.01PtSymbolBlock." + name;
        }
      };
    }
  }

  private Block loaded(Path file, String trained) {
    return loaded(file, trained, manager);
  }

  /** What DJL loads from a file. */
  static Block loaded(Path file, String trained, NDManager owner) {
    try {
      ai.djl.Model model = ai.djl.Model.newInstance(file.toString(), "PyTorch");
      owner.attachInternal(file + " " + System.identityHashCode(model), model);
      model.load(file, null, Map.of("trainParam", trained));
      return model.getBlock();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (MalformedModelException damaged) {
      throw new IllegalStateException(damaged);
    }
  }

  private abstract class InMemory implements ConformanceFixture {

    abstract Block block(FixtureNetwork network);

    @Override
    public BackendProvider provider() {
      return new DjlBackend();
    }

    @Override
    public Path file(FixtureNetwork network) {
      return Path.of("src/test/resources", network.id() + "-traced.pt");
    }

    @Override
    public Model open(FixtureNetwork network, ModelOptions options) {
      Block block = block(network);
      Model model = DjlModels.of(block, options);
      opened.put(model, block);
      return model;
    }

    @Override
    public byte[] snapshot(Model model) {
      return BlockState.of(opened.get(model));
    }
  }
}
