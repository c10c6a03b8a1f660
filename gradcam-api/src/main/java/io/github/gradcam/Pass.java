package io.github.gradcam;

import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Computation;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.target.Score;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One forward pass over a batch, its numbers checked and its layers' grids found. */
final class Pass implements AutoCloseable {

  private final Model model;
  private final LayerHook hook;
  private final Tensor batch;
  private final Capture capture;
  private final Tensor output;
  private final Map<String, Tensor> activations = new LinkedHashMap<>();
  private final Map<String, Grid> grids = new HashMap<>();
  private final Map<Integer, Capture> singles = new HashMap<>();

  Pass(Model model, LayerHook hook, Tensor batch, Layout layout) {
    this.model = model;
    this.hook = hook;
    this.batch = batch;
    this.capture = hook.forward(batch);
    try {
      this.output = Finite.checked("the output", "values", capture.output());
      for (String layer : hook.layers()) {
        Tensor values = Finite.checked(layer, "activations", capture.activations(layer));
        requireItems(layer, values);
        grids.put(layer, Grid.of(layer, layout, values.shape().item(), batch.shape().item()));
        activations.put(layer, values);
      }
    } catch (RuntimeException | Error e) {
      capture.close();
      throw e;
    }
  }

  /** Where a layer sees windows of images, or all images at once, none of its items is an image. */
  private void requireItems(String layer, Tensor values) {
    int images = batch.shape().length(0);
    if (values.shape().rank() == 0 || values.shape().length(0) != images) {
      throw new UnexplainableLayerException(
          layer,
          "The layer \""
              + layer
              + "\" gives activations of shape "
              + values.shape()
              + " for "
              + images
              + (images == 1 ? " image" : " images")
              + ", and nothing tells which part belongs to which. Choose a layer around it.");
    }
  }

  List<String> layers() {
    return hook.layers();
  }

  Computation computation() {
    return capture.computation();
  }

  Tensor input(int image) {
    return batch.item(image);
  }

  Tensor output(int image) {
    return output.item(image);
  }

  Tensor activations(String layer, int image) {
    return values(activations, layer).item(image);
  }

  Grid grid(String layer) {
    return values(grids, layer);
  }

  /** The gradients of several rounds, each of one score an image at most. */
  List<Map<String, Tensor>> gradients(List<List<Optional<Score>>> rounds) {
    List<Map<String, Tensor>> gradients =
        capture.gradients(rounds.stream().map(this::cotangent).toList());
    for (Map<String, Tensor> round : gradients) {
      round.forEach((layer, values) -> Finite.checked(layer, "gradients", values));
    }
    return gradients;
  }

  private Tensor cotangent(List<Optional<Score>> scores) {
    Shape item = output.shape().item();
    return Tensor.stack(
        scores.stream()
            .map(score -> score.map(Score::cotangent).orElse(Tensor.zeros(item)))
            .toList());
  }

  Tensor forward(Tensor inputs) {
    return model.forward(inputs);
  }

  /** The output for one image with other activations, as many variations as are given. */
  Tensor resume(int image, String layer, Tensor changed) {
    // A pass of one image takes any number of variations; of a batch each image gets its own pass.
    Capture single =
        batch.shape().length(0) == 1
            ? capture
            : singles.computeIfAbsent(image, i -> hook.forward(Tensor.stack(List.of(input(i)))));
    try (Capture resumed = single.resume(layer, changed)) {
      return resumed.output();
    }
  }

  @Override
  public void close() {
    try (capture) {
      singles.values().forEach(Capture::close);
    }
  }

  static <T> T values(Map<String, T> byLayer, String layer) {
    T value = byLayer.get(layer);
    if (value == null) {
      throw new IllegalStateException("The pass did not cover \"" + layer + "\".");
    }
    return value;
  }
}
