package io.github.gradcam.tck.broken;

import io.github.gradcam.model.Capture;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Mistakes in {@link Capture#gradients}. */
final class BrokenGradients {

  private BrokenGradients() {}

  private static Map<String, Tensor> each(
      Map<String, Tensor> gradients, UnaryOperator<Tensor> change) {
    Map<String, Tensor> changed = new LinkedHashMap<>();
    gradients.forEach((layer, gradient) -> changed.put(layer, change.apply(gradient)));
    return changed;
  }

  private static Tensor scale(Tensor tensor, float factor) {
    float[] values = tensor.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    return Tensor.of(tensor.shape(), values);
  }

  static class SeveralInAnotherOrder extends BrokenKit {
    @Override
    Capture broken(Capture right) {
      return new BrokenCapture(right) {
        @Override
        public List<Map<String, Tensor>> gradients(List<Tensor> cotangents) {
          List<Map<String, Tensor>> reversed = new ArrayList<>(super.gradients(cotangents));
          Collections.reverse(reversed);
          return reversed;
        }
      };
    }
  }

  static class OffByAThousandth extends BrokenKit {
    @Override
    Capture broken(Capture right) {
      return new BrokenCapture(right) {
        @Override
        public Map<String, Tensor> gradients(Tensor cotangent) {
          return each(super.gradients(cotangent), gradient -> scale(gradient, 1.001f));
        }
      };
    }
  }

  static class OfTheAbsoluteValue extends BrokenKit {
    @Override
    Capture broken(Capture right) {
      return new BrokenCapture(right) {
        @Override
        public Map<String, Tensor> gradients(Tensor cotangent) {
          float[] absolute = cotangent.toArray();
          for (int i = 0; i < absolute.length; i++) {
            absolute[i] = Math.abs(absolute[i]);
          }
          return super.gradients(Tensor.of(cotangent.shape(), absolute));
        }
      };
    }
  }

  static class CotangentIgnored extends BrokenKit {
    @Override
    Capture broken(Capture right) {
      return new BrokenCapture(right) {
        @Override
        public Map<String, Tensor> gradients(Tensor cotangent) {
          super.gradients(cotangent);
          float[] ones = new float[cotangent.shape().size()];
          Arrays.fill(ones, 1);
          return super.gradients(Tensor.of(cotangent.shape(), ones));
        }
      };
    }
  }

  static class FirstTargetForAllImages extends BrokenKit {
    @Override
    Capture broken(Capture right) {
      return new BrokenCapture(right) {
        @Override
        public Map<String, Tensor> gradients(Tensor cotangent) {
          super.gradients(cotangent);
          Shape shape = cotangent.shape();
          float[] values = cotangent.toArray();
          for (int i = 0; i < values.length; i++) {
            values[i] = values[i % shape.length(1)];
          }
          return super.gradients(Tensor.of(shape, values));
        }
      };
    }
  }

  static class AddedUpFromCallToCall extends BrokenKit {
    @Override
    Capture broken(Capture right) {
      Map<String, Tensor> sums = new LinkedHashMap<>();
      return new BrokenCapture(right) {
        @Override
        public Map<String, Tensor> gradients(Tensor cotangent) {
          super.gradients(cotangent)
              .forEach((layer, gradient) -> sums.merge(layer, gradient, BrokenGradients::sum));
          return Map.copyOf(sums);
        }
      };
    }
  }

  private static Tensor sum(Tensor a, Tensor b) {
    float[] values = a.toArray();
    float[] others = b.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] += others[i];
    }
    return Tensor.of(a.shape(), values);
  }

  static class CutByLaterLayers extends BrokenKit {
    @Override
    Capture broken(Capture right) {
      return new BrokenCapture(right) {
        @Override
        public Map<String, Tensor> gradients(Tensor cotangent) {
          Map<String, Tensor> gradients = new LinkedHashMap<>(super.gradients(cotangent));
          if (gradients.size() > 1) {
            String first = gradients.keySet().iterator().next();
            gradients.computeIfPresent(first, (layer, gradient) -> scale(gradient, 0));
          }
          return gradients;
        }
      };
    }
  }

  static class InAlphabeticalOrder extends BrokenKit {
    @Override
    Capture broken(Capture right) {
      return new BrokenCapture(right) {
        @Override
        public Map<String, Tensor> gradients(Tensor cotangent) {
          return new TreeMap<>(super.gradients(cotangent));
        }
      };
    }
  }

  static class ZeroOnOtherThreads extends BrokenKit {
    @Override
    Capture broken(Capture right) {
      boolean main = !Thread.currentThread().getName().startsWith("pool-");
      return new BrokenCapture(right) {
        @Override
        public Map<String, Tensor> gradients(Tensor cotangent) {
          return each(super.gradients(cotangent), gradient -> scale(gradient, main ? 1 : 0));
        }
      };
    }
  }

  static class NaNCotangentAccepted extends BrokenKit {
    @Override
    Capture broken(Capture right) {
      return new BrokenCapture(right) {
        @Override
        public Map<String, Tensor> gradients(Tensor cotangent) {
          return super.gradients(
              cotangent.isFinite() ? cotangent : Tensor.zeros(cotangent.shape()));
        }
      };
    }
  }

  static class OneRowForAll extends BrokenKit {
    @Override
    Capture broken(Capture right) {
      return new BrokenCapture(right) {
        @Override
        public Map<String, Tensor> gradients(Tensor cotangent) {
          int rows = output().shape().length(0);
          boolean spread = rows > 1 && cotangent.shape().equals(output().shape().item().batch(1));
          return super.gradients(
              spread ? Tensor.stack(Collections.nCopies(rows, cotangent.item(0))) : cotangent);
        }
      };
    }
  }
}
