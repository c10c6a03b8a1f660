package io.github.gradcam;

import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.model.Capability;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelInfo;
import io.github.gradcam.model.OutputKind;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A network that is nothing but a list of layers, each with numbers of its own, unless it gives
 * what the one before gives, and the gradient of the first class's score written down: enough to
 * choose among them. Its output has three classes, at every place if that is said.
 */
final class LayeredModel implements Model {

  static final Shape INPUT = Shape.of(3, 8, 8);

  /** Gradients by kind of path to the score, for a layer's shape of one item. */
  enum Path implements UnaryOperator<Tensor> {
    /** From every number. */
    WHOLE {
      @Override
      public Tensor apply(Tensor zeros) {
        return filled(zeros, 0, zeros.shape().size());
      }
    },
    /** From the first token alone. */
    FIRST_TOKEN {
      @Override
      public Tensor apply(Tensor zeros) {
        return filled(zeros, 0, zeros.shape().length(1));
      }
    },
    /** From the first channel alone. */
    FIRST_CHANNEL {
      @Override
      public Tensor apply(Tensor zeros) {
        return filled(zeros, 0, zeros.shape().size() / zeros.shape().length(0));
      }
    },
    /** From nothing, though a way is there. */
    DEAD {
      @Override
      public Tensor apply(Tensor zeros) {
        return zeros;
      }
    },
    /** No way leads there. */
    CUT {
      @Override
      public Tensor apply(Tensor zeros) {
        throw new AssertionError("asked for a gradient that is not there");
      }
    };

    private static Tensor filled(Tensor zeros, int from, int to) {
      float[] values = zeros.toArray();
      java.util.Arrays.fill(values, from, to, .5f);
      return Tensor.of(zeros.shape(), values);
    }
  }

  private final List<Layer> layers = new ArrayList<>();
  private final Map<String, Path> paths = new LinkedHashMap<>();
  private final Map<String, Float> values = new LinkedHashMap<>();
  private final Shape output;

  /** Which layers each pass was asked for. */
  final List<List<String>> passes = new ArrayList<>();

  LayeredModel(int... output) {
    this.output = Shape.of(output);
  }

  LayeredModel with(String name, String kind, Path path, int... shape) {
    layers.add(new Layer(name, kind, Shape.of(shape)));
    paths.put(name, path);
    values.put(name, (float) layers.size());
    return this;
  }

  /** A layer that gives what another gives, such as a container that ends in it. */
  LayeredModel withSame(String as, String name, String kind) {
    layers.add(new Layer(name, kind, shape(as)));
    paths.put(name, Objects.requireNonNull(paths.get(as)));
    values.put(name, Objects.requireNonNull(values.get(as)));
    return this;
  }

  private Shape shape(String layer) {
    return layers.stream()
        .filter(known -> known.path().equals(layer))
        .findFirst()
        .orElseThrow()
        .outputShape();
  }

  @Override
  public ModelInfo info() {
    return new ModelInfo("layers", "none", "paper", "pencil 1.0", Device.cpu());
  }

  @Override
  public OutputKind outputKind() {
    return OutputKind.LOGITS;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of();
  }

  @Override
  public List<Layer> layers() {
    return List.copyOf(layers);
  }

  @Override
  public List<Layer> layers(Shape input) {
    return layers();
  }

  @Override
  public Tensor forward(Tensor batch) {
    return Tensor.zeros(output.batch(batch.shape().length(0)));
  }

  @Override
  public LayerHook hook(List<String> wanted) {
    return new LayerHook() {
      @Override
      public List<String> layers() {
        return wanted;
      }

      @Override
      public Capture forward(Tensor batch) {
        passes.add(wanted);
        return new Noted(wanted);
      }
    };
  }

  @Override
  public void close() {}

  private final class Noted implements Capture {

    private final List<String> wanted;

    Noted(List<String> wanted) {
      this.wanted = wanted;
    }

    @Override
    public Tensor output() {
      return Tensor.zeros(output.batch(1));
    }

    @Override
    public Tensor activations(String layer) {
      Shape shape = shape(layer).batch(1);
      float[] numbers = new float[shape.size()];
      java.util.Arrays.fill(numbers, Objects.requireNonNull(values.get(layer)));
      return Tensor.of(shape, numbers);
    }

    @Override
    public Map<String, Tensor> gradients(Tensor cotangent) {
      Map<String, Tensor> gradients = new LinkedHashMap<>();
      for (String layer : wanted) {
        Path path = Objects.requireNonNull(paths.get(layer));
        if (path == Path.CUT) {
          throw new UnexplainableLayerException(layer, "no way leads to " + layer);
        }
        gradients.put(layer, Tensor.stack(List.of(path.apply(Tensor.zeros(shape(layer))))));
      }
      return gradients;
    }

    @Override
    public Capture resume(String layer, Tensor activations) {
      throw new AssertionError("nothing is resumed to choose a layer");
    }

    @Override
    public void close() {}
  }
}
