package io.github.gradcam;

import io.github.gradcam.method.Evidence;
import io.github.gradcam.target.Score;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a method sees of one image, one layer, one score of a pass. */
record ItemEvidence(Pass pass, Round round, int image, String layer, Score target)
    implements Evidence {

  /** Bounds the memory of methods that need hundreds of passes. */
  private static final int ITEMS_AT_ONCE = 16;

  @Override
  public Tensor input() {
    return pass.input(image);
  }

  @Override
  public Tensor activations() {
    return pass.grid(layer).read(pass.activations(layer, image));
  }

  @Override
  public Tensor gradients() {
    return pass.grid(layer).readGradients(layer, round.gradients(layer, image));
  }

  @Override
  public double score() {
    return target.of(pass.output(image));
  }

  @Override
  public Tensor scoresOf(Tensor inputs) {
    return scores(inputs, pass::forward);
  }

  @Override
  public Tensor scoresFrom(Tensor changed) {
    Tensor original = pass.activations(layer, image);
    return scores(
        changed,
        chunk -> pass.resume(image, layer, each(chunk, a -> pass.grid(layer).write(a, original))));
  }

  private Tensor scores(Tensor items, UnaryOperator<Tensor> outputs) {
    int count = items.shape().length(0);
    float[] scores = new float[count];
    for (int from = 0; from < count; from += ITEMS_AT_ONCE) {
      Tensor computed = outputs.apply(items(items, from, Math.min(from + ITEMS_AT_ONCE, count)));
      for (int i = 0; i < computed.shape().length(0); i++) {
        scores[from + i] = (float) target.of(computed.item(i));
      }
    }
    return Tensor.of(Shape.of(count), scores);
  }

  private static Tensor items(Tensor all, int from, int to) {
    List<Tensor> some = new ArrayList<>();
    for (int i = from; i < to; i++) {
      some.add(all.item(i));
    }
    return Tensor.stack(some);
  }

  private static Tensor each(Tensor batch, UnaryOperator<Tensor> change) {
    List<Tensor> changed = new ArrayList<>();
    for (int i = 0; i < batch.shape().length(0); i++) {
      changed.add(change.apply(batch.item(i)));
    }
    return Tensor.stack(changed);
  }
}
