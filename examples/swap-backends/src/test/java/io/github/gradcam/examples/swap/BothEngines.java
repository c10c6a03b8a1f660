package io.github.gradcam.examples.swap;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.Models;
import io.github.gradcam.image.Images;
import io.github.gradcam.method.CamMethod;
import io.github.gradcam.model.Model;
import java.nio.file.Path;

/**
 * The network in both engines.
 *
 * @param torch in PyTorch
 * @param tensorFlow in TensorFlow
 */
record BothEngines(Model torch, Model tensorFlow) implements AutoCloseable {

  /** One photo, explained twice. */
  record Twice(Explanation torch, Explanation tensorFlow) {

    /** How far apart the maps between 0 and 1 are, at most. */
    float normalizedDifference() {
      return Difference.largest(
          Difference.between(torch.heatmap().normalized(), tensorFlow.heatmap().normalized()));
    }

    /** How far apart the raw maps are, at most, as a share of their largest number. */
    float rawDifference() {
      return Difference.largest(
              Difference.between(torch.heatmap().raw(), tensorFlow.heatmap().raw()))
          / Difference.largest(torch.heatmap().raw());
    }
  }

  static BothEngines torchFirst() {
    Model torch = Models.load(Bundled.torchScript());
    return new BothEngines(torch, Models.load(Bundled.savedModel()));
  }

  static BothEngines tensorFlowFirst() {
    Model tensorFlow = Models.load(Bundled.savedModel());
    return new BothEngines(Models.load(Bundled.torchScript()), tensorFlow);
  }

  Twice explain(Path photo, CamMethod method) {
    return new Twice(explain(torch, photo, method), explain(tensorFlow, photo, method));
  }

  private static Explanation explain(Model model, Path photo, CamMethod method) {
    GradCam cam = Bundled.explaining(model).method(method).build();
    return cam.explain(Images.read(photo));
  }

  @Override
  public void close() {
    torch.close();
    tensorFlow.close();
  }
}
