package io.github.gradcam.bench.side;

import io.github.gradcam.GradCam;
import io.github.gradcam.model.Model;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A plain forward pass, a map and, of a single image, five classes, in turn. */
@Command(name = "cost", description = "Forward pass, map and five classes, in seconds.")
final class CostCommand implements Runnable {

  private static final int CLASSES = 5;

  @Mixin private NetworkArguments network;

  @Mixin private InputArguments inputs;

  @Mixin private BudgetArguments budget;

  @Option(names = "--batch", required = true, description = "How many photos share a pass.")
  private int batch;

  @Override
  public void run() {
    try (Model model = network.open()) {
      GradCam gradCam = GradCam.of(model);
      Tensor photos = inputs.read().batch(batch);
      Map<String, Runnable> work = new LinkedHashMap<>();
      work.put("forward", () -> model.forward(photos));
      work.put("map", () -> gradCam.explain(photos, Target.predicted()));
      if (batch == 1) {
        work.put("five", () -> gradCam.explain(photos, Target.top(CLASSES)));
      }
      JsonLine.print(new LinkedHashMap<>(budget.interleaved().medians(work)));
    }
  }
}
