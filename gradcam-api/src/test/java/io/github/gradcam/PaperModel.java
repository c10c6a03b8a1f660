package io.github.gradcam;

import io.github.gradcam.error.UnknownLayerException;
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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network one can solve on paper: the first two channels are mixed pixel by pixel, ReLU, mean
 * over space, a linear layer with three classes. Any number of spatial axes. {@code tokens} is the
 * ReLU's output as {@code [1 + T, D]}, behind a class token of zeros.
 */
final class PaperModel implements Model {

  static final double[][] MIX = {{1, 0}, {-1, 1}};
  static final double[][] CLASSES = {{1, 0}, {0, 2}, {-1, -1}};

  final AtomicInteger forwards = new AtomicInteger();
  final AtomicInteger backwards = new AtomicInteger();
  final AtomicInteger open = new AtomicInteger();
  private final OutputKind kind;
  private final double gradientScale;

  PaperModel() {
    this(OutputKind.LOGITS, 1);
  }

  PaperModel(OutputKind kind, double gradientScale) {
    this.kind = kind;
    this.gradientScale = gradientScale;
  }

  @Override
  public ModelInfo info() {
    return new ModelInfo("paper", "none", "paper", "pencil 1.0", Device.cpu());
  }

  @Override
  public OutputKind outputKind() {
    return kind;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.RESUME);
  }

  @Override
  public List<Layer> layers() {
    return layers(Shape.of(2, 2, 2));
  }

  @Override
  public List<Layer> layers(Shape input) {
    Shape mixed = input.item().batch(2);
    return List.of(
        new Layer("mix", "Mix", mixed),
        new Layer("relu", "ReLU", mixed),
        new Layer("pool", "Mean", Shape.of(2)),
        new Layer("fc", "Linear", Shape.of(3)));
  }

  @Override
  public Tensor forward(Tensor batch) {
    forwards.incrementAndGet();
    return output(activations("relu", batch));
  }

  @Override
  public LayerHook hook(List<String> layers) {
    for (String layer : layers) {
      if (!List.of("mix", "relu", "tokens", "pool").contains(layer)) {
        throw new UnknownLayerException(layer, List.of("mix", "relu", "tokens", "pool"));
      }
    }
    return new Hook(layers);
  }

  @Override
  public void close() {}

  private final class Hook implements LayerHook {

    private final List<String> layers;

    Hook(List<String> layers) {
      this.layers = List.copyOf(layers);
    }

    @Override
    public List<String> layers() {
      return layers;
    }

    @Override
    public Capture forward(Tensor batch) {
      forwards.incrementAndGet();
      Map<String, Tensor> captured = new LinkedHashMap<>();
      layers.forEach(layer -> captured.put(layer, activations(layer, batch)));
      return new Pass(captured, activations("mix", batch));
    }
  }

  private final class Pass implements Capture {

    private final Map<String, Tensor> captured;
    private final Tensor mixed;

    Pass(Map<String, Tensor> captured, Tensor mixed) {
      this.captured = captured;
      this.mixed = mixed;
      open.incrementAndGet();
    }

    @Override
    public Tensor output() {
      return PaperModel.this.output(relu(mixed));
    }

    @Override
    public Tensor activations(String layer) {
      return Objects.requireNonNull(captured.get(layer), layer);
    }

    @Override
    public Map<String, Tensor> gradients(Tensor cotangent) {
      backwards.incrementAndGet();
      Map<String, Tensor> gradients = new LinkedHashMap<>();
      captured.keySet().forEach(layer -> gradients.put(layer, gradient(layer, cotangent)));
      return gradients;
    }

    private Tensor gradient(String layer, Tensor cotangent) {
      Shape shape = mixed.shape();
      float[] pre = mixed.toArray();
      float[] gradient = new float[pre.length];
      int cells = shape.size() / shape.length(0) / 2;
      for (int i = 0; i < gradient.length; i++) {
        int n = i / (2 * cells);
        int c = i / cells % 2;
        double sum = 0;
        for (int k = 0; k < 3; k++) {
          sum += CLASSES[k][c] * cotangent.get(n, k);
        }
        gradient[i] =
            layer.equals("mix") && pre[i] <= 0 ? 0 : (float) (gradientScale * sum / cells);
      }
      Tensor dense = Tensor.of(shape, gradient);
      return layer.equals("tokens") ? tokens(dense) : dense;
    }

    @Override
    public Capture resume(String layer, Tensor activations) {
      forwards.incrementAndGet();
      Tensor changed = layer.equals("tokens") ? space(activations, mixed.shape()) : activations;
      return new Pass(Map.of(layer, activations), changed);
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }

  private static Tensor activations(String layer, Tensor batch) {
    Tensor mixed = mix(batch);
    return switch (layer) {
      case "mix" -> mixed;
      case "relu" -> relu(mixed);
      case "tokens" -> tokens(relu(mixed));
      default -> mean(relu(mixed));
    };
  }

  private static Tensor mix(Tensor batch) {
    int count = batch.shape().length(0);
    int[] lengths = batch.shape().toArray();
    int channels = lengths[1];
    lengths[1] = 2;
    float[] in = batch.toArray();
    int cells = in.length / count / channels;
    float[] out = new float[count * 2 * cells];
    for (int i = 0; i < out.length; i++) {
      int first = i / (2 * cells) * channels * cells + i % cells;
      double[] row = MIX[i / cells % 2];
      out[i] = (float) (row[0] * in[first] + row[1] * in[first + cells]);
    }
    return Tensor.of(Shape.of(lengths), out);
  }

  private static Tensor relu(Tensor values) {
    float[] out = values.toArray();
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.max(out[i], 0);
    }
    return Tensor.of(values.shape(), out);
  }

  private static Tensor mean(Tensor values) {
    int count = values.shape().length(0);
    float[] in = values.toArray();
    int cells = in.length / count / 2;
    float[] out = new float[2 * count];
    for (int i = 0; i < in.length; i++) {
      out[i / cells] += in[i] / cells;
    }
    return Tensor.of(Shape.of(count, 2), out);
  }

  private Tensor output(Tensor relu) {
    Tensor mean = mean(relu);
    List<Tensor> logits = new ArrayList<>();
    for (int n = 0; n < mean.shape().length(0); n++) {
      float[] values = new float[3];
      for (int k = 0; k < 3; k++) {
        values[k] = (float) (CLASSES[k][0] * mean.get(n, 0) + CLASSES[k][1] * mean.get(n, 1));
      }
      logits.add(Tensor.of(Shape.of(3), values));
    }
    return Tensor.stack(logits);
  }

  /** {@code [N, 2, …]} as {@code [N, 1 + T, 2]}. */
  static Tensor tokens(Tensor values) {
    int count = values.shape().length(0);
    float[] in = values.toArray();
    int cells = in.length / count / 2;
    float[] out = new float[count * (1 + cells) * 2];
    for (int i = 0; i < in.length; i++) {
      int n = i / (2 * cells);
      out[(n * (1 + cells) + 1 + i % cells) * 2 + i / cells % 2] = in[i];
    }
    return Tensor.of(Shape.of(count, 1 + cells, 2), out);
  }

  private static Tensor space(Tensor tokens, Shape like) {
    int count = tokens.shape().length(0);
    float[] in = tokens.toArray();
    int cells = tokens.shape().length(1) - 1;
    float[] out = new float[count * 2 * cells];
    for (int i = 0; i < out.length; i++) {
      int n = i / (2 * cells);
      out[i] = in[(n * (1 + cells) + 1 + i % cells) * 2 + i / cells % 2];
    }
    return Tensor.of(like.item().batch(count), out);
  }
}
