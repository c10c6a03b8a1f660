package io.github.gradcam.djl.parity;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.djl.DjlBackend;
import io.github.gradcam.error.GradCamException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Execution;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.trials.Differences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares one file with what PyTorch computes. */
final class Comparison {

  private final Known known;
  private final String form;
  private final String reference;
  private final List<String> reasons = new ArrayList<>();
  private double simpler = Double.NaN;
  private double logits;
  private double activations;
  private double gradients;
  private double resumed;

  private Comparison(Known known, String form) {
    this.known = known;
    this.form = form;
    this.reference = known.fact("reference/" + form).orElse("");
  }

  static Row row(Known known, String form) {
    Path file = known.folder().resolve(form.replace(' ', '-') + ".pt");
    Optional<String> failed = known.fact("failed/" + form);
    if (failed.isPresent() || !Files.exists(file)) {
      String why = failed.map(text -> "PyTorch does not make it: " + text).orElse("see above");
      return Row.unmade(known.name(), form, why);
    }
    Shape input = known.tensor("input").shape().item();
    try (Model model = open(file, input, Execution.AS_WRITTEN);
        Model automatic = open(file, input, Execution.AUTOMATIC)) {
      return new Comparison(known, form).compared(model, automatic);
    } catch (GradCamException refused) {
      return Row.refused(known.name(), form, refused.getMessage());
    }
  }

  private static Model open(Path file, Shape input, Execution execution) {
    return new DjlBackend()
        .open(file, ModelOptions.builder().inputShape(input).execution(execution).build());
  }

  private Row compared(Model model, Model automatic) {
    Tensor input = known.tensor("input");
    List<Layer> layers = model.layers();
    Optional<Pairing> pairing =
        form.startsWith("frozen")
            ? Optional.of(new Pairing(model, layers, input))
            : Optional.empty();
    String expected = known.fact("layer/default").orElseThrow();
    if (pairing.isPresent()) {
      expected = known.fact("layer/frozen").orElse(expected);
    }
    String chosen = chosen(model, automatic, expected);
    look(model, Layer.INPUT, Layer.INPUT);
    for (String role : List.of("default", "early", "nested")) {
      String layer = role.equals("default") ? expected : known.fact("layer/" + role).orElseThrow();
      Optional<String> address =
          pairing.isEmpty() ? Optional.of(layer) : pairing.get().of(right("act/" + layer));
      if (address.isPresent()) {
        look(model, layer, address.get());
      } else {
        reasons.add("no operator computes what `" + layer + "` does");
      }
    }
    known
        .fact("apart/" + form)
        .filter(apart -> !apart.equals("0.0e+00") && gradients > Row.NEAR)
        .ifPresent(apart -> reasons.add("PyTorch's own gradient of the file: " + apart));
    return new Row(
        known.name(),
        form,
        layers.size(),
        chosen,
        simpler,
        logits,
        activations,
        gradients,
        resumed,
        String.join("; ", reasons));
  }

  private Tensor right(String name) {
    return known.tensor(reference + name);
  }

  /** What is chosen where no layer is named. */
  private String chosen(Model model, Model automatic, String expected) {
    Tensor batch = known.tensor("input");
    Tensor seed = known.tensor("cotangent").item(0);
    try {
      Target target = Target.custom("a mixture", output -> seed);
      Explanation explanation = GradCam.of(model).explain(batch, target).get(0).get(0);
      Explanation faster = GradCam.of(automatic).explain(batch, target).get(0).get(0);
      if (faster.provenance().computation().execution() == Execution.SIMPLIFIED) {
        simpler = Differences.between(faster.heatmap().raw(), explanation.heatmap().raw());
      }
      String layer = explanation.provenance().layers().get(0);
      try (Capture capture = model.hook(layer).forward(batch)) {
        if (!layer.equals(expected)
            && Differences.between(capture.activations(layer), right("act/" + expected))
                > Row.NEAR) {
          reasons.add("chose another layer than `" + expected + "`");
        }
      }
      int[] grid = explanation.heatmap().raw().shape().toArray();
      return "`" + layer + "` " + grid[0] + "×" + grid[1];
    } catch (GradCamException failed) {
      reasons.add("no layer is chosen: " + failed.getMessage());
      return "none";
    }
  }

  private void look(Model model, String layer, String address) {
    try (Capture capture = model.hook(address).forward(known.tensor("input"))) {
      logits = Math.max(logits, Differences.between(capture.output(), right("output")));
      gradients =
          Math.max(gradients, Differences.between(pass(capture, address), right("grad/" + layer)));
      if (!layer.equals(Layer.INPUT)) {
        activations =
            Math.max(
                activations,
                Differences.between(capture.activations(address), right("act/" + layer)));
        resume(capture, layer, address);
      }
    } catch (GradCamException failed) {
      gradients = Double.POSITIVE_INFINITY;
      reasons.add("`" + address + "`: " + failed.getMessage());
    }
  }

  private Tensor pass(Capture capture, String address) {
    return capture.gradients(known.tensor("cotangent")).get(address);
  }

  private void resume(Capture capture, String layer, String address) {
    try (Capture other = capture.resume(address, right("given/" + layer))) {
      resumed = Math.max(resumed, Differences.between(other.output(), right("resumed/" + layer)));
      resumed =
          Math.max(resumed, Differences.between(pass(other, address), right("back/" + layer)));
    } catch (GradCamException failed) {
      resumed = Double.POSITIVE_INFINITY;
      reasons.add("resume at `" + address + "`: " + failed.getMessage());
    }
  }
}
