package io.github.gradcam.tf.parity;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.error.GradCamException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.tf.TfBackend;
import io.github.gradcam.trials.Differences;
import java.util.ArrayList;
import java.util.List;

/** Compares one file with what TensorFlow computes in Python. */
final class Comparison {

  private final Known known;
  private final Model model;
  private final List<String> reasons = new ArrayList<>();
  private double logits;
  private double activations;
  private double gradients;

  private Comparison(Known known, Model model) {
    this.known = known;
    this.model = model;
  }

  static Row row(Known known) {
    try (Model model = open(known)) {
      return new Comparison(known, model).compared();
    } catch (GradCamException refused) {
      return Row.refused(known.network(), known.way(), known.count(), refused.getMessage());
    }
  }

  private static Model open(Known known) {
    ModelOptions options = ModelOptions.builder().inputShape(known.inputShape()).build();
    return new TfBackend().open(known.file(), options);
  }

  private Row compared() {
    int layers = model.layers().size();
    String chosen = chosen();
    known.layers().forEach(this::look);
    return new Row(
        known.network(),
        known.way(),
        layers,
        known.count(),
        chosen,
        logits,
        activations,
        gradients,
        String.join("; ", reasons));
  }

  /** What is chosen where no layer is named. */
  private String chosen() {
    Tensor seed = known.cotangent().item(0);
    Target target = Target.custom("a mixture", output -> seed);
    try {
      Explanation explanation = GradCam.of(model).explain(known.input(), target).get(0).get(0);
      String layer = explanation.provenance().layers().get(0);
      String expected = known.layers().get(0);
      if (!layer.equals(expected) && apart(layer, expected) > Row.NEAR) {
        reasons.add("chose another layer than `" + expected + "`");
      }
      int[] grid = explanation.heatmap().raw().shape().toArray();
      return "`" + layer + "` " + grid[0] + "×" + grid[1];
    } catch (GradCamException failed) {
      reasons.add("no layer is chosen: " + failed.getMessage());
      return "none";
    }
  }

  private double apart(String layer, String expected) {
    try (Capture capture = model.hook(layer).forward(known.input())) {
      return Differences.between(capture.activations(layer), known.activations(expected));
    }
  }

  /** What Keras computes without a layer has a name of the graph's. */
  private String address(String layer) {
    try {
      model.hook(layer);
      return layer;
    } catch (UnknownLayerException unknown) {
      Tensor activations = known.activations(layer);
      return model.layers().stream()
          .filter(other -> other.outputShape().equals(activations.shape().item()))
          .map(Layer::path)
          .filter(other -> apart(other, layer) <= Row.NEAR)
          .findFirst()
          .orElse(layer);
    }
  }

  private void look(String layer) {
    String address = address(layer);
    if (!address.equals(layer)) {
      reasons.add("Keras's operation `" + layer + "` is `" + address + "` here");
    }
    try (Capture capture = model.hook(address).forward(known.input())) {
      logits = Math.max(logits, Differences.between(capture.output(), known.logits()));
      activations =
          Math.max(
              activations,
              Differences.between(capture.activations(address), known.activations(layer)));
      Tensor gradient = capture.gradients(known.cotangent()).get(address);
      gradients = Math.max(gradients, Differences.between(gradient, known.gradients(layer)));
    } catch (GradCamException failed) {
      gradients = Double.POSITIVE_INFINITY;
      reasons.add("`" + address + "`: " + failed.getMessage());
    }
  }
}
