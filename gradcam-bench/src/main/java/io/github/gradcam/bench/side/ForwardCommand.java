package io.github.gradcam.bench.side;

import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plain forward passes of several batch sizes, in turn. */
@Command(name = "forward", description = "Plain forward passes: seconds by batch size.")
final class ForwardCommand implements Runnable {

  @Mixin private NetworkArguments network;

  @Mixin private InputArguments inputs;

  @Mixin private BudgetArguments budget;

  @Option(names = "--batch", required = true, split = ",", description = "Batch sizes.")
  private List<Integer> batches;

  @Override
  public void run() {
    try (Model model = network.open()) {
      Inputs photos = inputs.read();
      Map<String, Runnable> work = new LinkedHashMap<>();
      for (int batch : batches) {
        Tensor tensor = photos.batch(batch);
        work.put(Integer.toString(batch), () -> model.forward(tensor));
      }
      JsonLine.print(new LinkedHashMap<>(budget.interleaved().medians(work)));
    }
  }
}
