package io.github.gradcam.tck.broken;

import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.model.Capability;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tck.ConformanceFixture;
import io.github.gradcam.tck.FixtureNetwork;
import io.github.gradcam.tck.plain.PlainFixture;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Mistakes in what a pass remembers, and in what it does to the model. */
final class BrokenPasses {

  private BrokenPasses() {}

  static class StateSharedByCaptures extends BrokenKit {
    @Override
    Model broken(Model right) {
      AtomicReference<Capture> last = new AtomicReference<>();
      return new BrokenModel(right) {
        @Override
        Capture capture(LayerHook hook, Tensor batch) {
          Capture own = hook.forward(batch);
          last.set(own);
          return new BrokenCapture(own) {
            @Override
            public Map<String, Tensor> gradients(Tensor cotangent) {
              return last.get().gradients(cotangent);
            }
          };
        }
      };
    }
  }

  static class FirstImageForAll extends BrokenKit {
    @Override
    Model broken(Model right) {
      return new BrokenModel(right) {
        @Override
        Capture capture(LayerHook hook, Tensor batch) {
          return batch.shape().rank() == 4 && batch.shape().length(0) > 1
              ? hook.forward(
                  Tensor.stack(Collections.nCopies(batch.shape().length(0), batch.item(0))))
              : hook.forward(batch);
        }
      };
    }
  }

  static class NaNMadeZero extends BrokenKit {
    @Override
    Model broken(Model right) {
      return new BrokenModel(right) {
        @Override
        public Tensor forward(Tensor batch) {
          return super.forward(batch.isFinite() ? batch : Tensor.zeros(batch.shape()));
        }
      };
    }
  }

  static class MissingBatchAxisAdded extends BrokenKit {
    @Override
    Model broken(Model right) {
      return new BrokenModel(right) {
        @Override
        Capture capture(LayerHook hook, Tensor batch) {
          Shape shape = batch.shape();
          return hook.forward(shape.rank() == 3 ? batch.reshape(shape.batch(1)) : batch);
        }
      };
    }
  }

  static class TrainingMode extends BrokenKit {
    @Override
    Model broken(Model right) {
      Random dropout = new Random(1);
      return new BrokenModel(right) {
        @Override
        public Tensor forward(Tensor batch) {
          float[] scores = super.forward(batch).toArray();
          for (int i = 0; i < scores.length; i++) {
            scores[i] *= dropout.nextInt(2) * 2;
          }
          return Tensor.of(super.forward(batch).shape(), scores);
        }
      };
    }
  }

  static class OverwrittenInPlace extends BrokenKit {
    @Override
    Capture broken(Capture right) {
      return new BrokenCapture(right) {
        @Override
        public Tensor activations(String layer) {
          Tensor activations = super.activations(layer);
          float[] values = activations.toArray();
          for (int i = 0; i < values.length; i++) {
            values[i] = layer.endsWith(".bn1") ? Math.max(0, values[i]) : values[i];
          }
          return Tensor.of(activations.shape(), values);
        }
      };
    }
  }

  static class InputOfLayerWithAllBranches extends BrokenKit {
    @Override
    Model broken(Model right) {
      return new BrokenModel(right) {
        @Override
        public LayerHook hook(List<String> layers) {
          if (!layers.equals(List.of("block.conv1@input"))) {
            return super.hook(layers);
          }
          LayerHook before = super.hook(List.of("relu"));
          return new LayerHook() {
            @Override
            public List<String> layers() {
              return layers;
            }

            @Override
            public Capture forward(Tensor batch) {
              return new BrokenCapture(before.forward(batch)) {
                @Override
                public Tensor activations(String layer) {
                  return super.activations("relu");
                }

                @Override
                public Map<String, Tensor> gradients(Tensor cotangent) {
                  return Map.of(
                      layers.get(0), super.gradients(cotangent).values().iterator().next());
                }
              };
            }
          };
        }
      };
    }
  }

  static class ResumedWithOldActivations extends BrokenKit {
    @Override
    Capture broken(Capture right) {
      return new BrokenCapture(right) {
        @Override
        public Capture resume(String layer, Tensor activations) {
          super.resume(layer, activations).close();
          return super.resume(layer, super.activations(layer));
        }
      };
    }
  }

  static class ResumesThoughItSaysItCannot extends BrokenKit {
    @Override
    Model broken(Model right) {
      return new BrokenModel(right) {
        @Override
        public Set<Capability> capabilities() {
          return Set.of();
        }
      };
    }
  }

  static class ChangesParameters extends BrokenKit {
    private final AtomicInteger batchesSeen = new AtomicInteger();

    @Override
    protected ConformanceFixture fixture() {
      return new PlainFixture() {
        @Override
        public byte[] snapshot(Model model) {
          return new byte[] {batchesSeen.byteValue()};
        }

        @Override
        public Model open(FixtureNetwork network, ModelOptions options) {
          return new BrokenModel(super.open(network, options)) {
            @Override
            public Tensor forward(Tensor batch) {
              batchesSeen.incrementAndGet();
              return super.forward(batch);
            }
          };
        }
      };
    }
  }

  static class NearestLayerInstead extends BrokenKit {
    @Override
    Model broken(Model right) {
      return new BrokenModel(right) {
        @Override
        public LayerHook hook(List<String> layers) {
          try {
            return super.hook(layers);
          } catch (UnknownLayerException e) {
            return super.hook(List.of(e.nearest().get(0)));
          }
        }
      };
    }
  }
}
