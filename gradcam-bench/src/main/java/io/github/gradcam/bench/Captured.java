package io.github.gradcam.bench;

import io.github.gradcam.GradCam;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Tensor;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A hook at the layer that {@link GradCam} chooses, and the cotangent of each image's class. */
@State(Scope.Benchmark)
public class Captured {

  private String layer;
  private LayerHook hook;
  private Tensor cotangent;

  /**
   * Finds the layer.
   *
   * @param subject the network
   */
  @Setup
  public void start(Subject subject) {
    var explanations =
        GradCam.of(subject.model()).explain(subject.noise(), Target.predicted()).stream()
            .map(image -> image.get(0))
            .toList();
    layer = explanations.get(0).provenance().layers().get(0);
    hook = subject.model().hook(layer);
    cotangent = Tensor.stack(explanations.stream().map(each -> each.score().cotangent()).toList());
  }

  String layer() {
    return layer;
  }

  LayerHook hook() {
    return hook;
  }

  Tensor cotangent() {
    return cotangent;
  }
}
