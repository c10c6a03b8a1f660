package io.github.gradcam.tck.broken;

import io.github.gradcam.error.ClosedException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.spi.Verdict;
import io.github.gradcam.tck.ConformanceFixture;
import io.github.gradcam.tck.plain.PlainFixture;
import io.github.gradcam.tck.plain.PlainProvider;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Mistakes in closing, listing and opening. */
final class BrokenLives {

  private BrokenLives() {}

  static class UsableAfterClose extends BrokenKit {
    @Override
    Capture broken(Capture right) {
      Tensor output = right.output();
      return new BrokenCapture(right) {
        @Override
        public Tensor output() {
          return output;
        }
      };
    }
  }

  static class CloseTwiceFails extends BrokenKit {
    @Override
    Model broken(Model right) {
      return new BrokenModel(right) {
        private boolean closed;

        @Override
        public void close() {
          if (closed) {
            throw new ClosedException("The model has been closed already.");
          }
          closed = true;
          super.close();
        }
      };
    }
  }

  static class LayersByName extends BrokenKit {
    @Override
    Model broken(Model right) {
      return new BrokenModel(right) {
        @Override
        public List<Layer> layers() {
          return super.layers().stream().sorted(Comparator.comparing(Layer::path)).toList();
        }
      };
    }
  }

  static class ShapesWithBatch extends BrokenKit {
    @Override
    Model broken(Model right) {
      return new BrokenModel(right) {
        @Override
        public List<Layer> layers() {
          return super.layers().stream()
              .map(layer -> new Layer(layer.path(), layer.kind(), layer.outputShape().batch(1)))
              .toList();
        }
      };
    }
  }

  /** A provider with two mistakes: it believes names, and takes the device that is there. */
  static class CarelessProvider extends BrokenKit {
    @Override
    protected ConformanceFixture fixture() {
      return new PlainFixture() {
        @Override
        public BackendProvider provider() {
          return new Careless(super.provider());
        }
      };
    }
  }

  private record Careless(BackendProvider right) implements BackendProvider {
    @Override
    public String name() {
      return right.name();
    }

    @Override
    public String description() {
      return right.description();
    }

    @Override
    public String engine() {
      return right.engine();
    }

    @Override
    public List<Device> devices() {
      return right.devices();
    }

    @Override
    public Verdict inspect(Path source) {
      return String.valueOf(source.getFileName()).endsWith(".txt")
          ? new Verdict.Unknown()
          : new Verdict.Opens("plain network");
    }

    @Override
    public Model open(Path source, ModelOptions options) {
      return new PlainProvider().open(source, ModelOptions.defaults());
    }
  }
}
