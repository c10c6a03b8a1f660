package io.github.gradcam.djl.parity;

import io.github.gradcam.error.GradCamException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.trials.Differences;
import java.util.List;
import java.util.Optional;

/**
 * Finds the operator of a frozen file that computes what a module computed: the one of the same
 * shape whose numbers are the nearest. Whether its gradients are the module's, too, is not asked.
 */
record Pairing(Model model, List<Layer> layers, Tensor input) {

  private static final double ALIKE = 1e-3;
  private static final int AT_ONCE = 12;

  Optional<String> of(Tensor activations) {
    List<String> alike =
        layers.stream()
            .filter(layer -> layer.outputShape().equals(activations.shape().item()))
            .map(Layer::path)
            .toList();
    String best = "";
    double nearest = ALIKE;
    for (int from = 0; from < alike.size(); from += AT_ONCE) {
      List<String> some = alike.subList(from, Math.min(from + AT_ONCE, alike.size()));
      try (Capture capture = model.hook(some).forward(input)) {
        for (String layer : some) {
          double apart = Differences.between(capture.activations(layer), activations);
          if (apart < nearest) {
            best = layer;
            nearest = apart;
          }
        }
      } catch (GradCamException failed) {
        throw new IllegalStateException("while pairing " + some, failed);
      }
    }
    return Optional.of(best).filter(found -> !found.isEmpty());
  }
}
