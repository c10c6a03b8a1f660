package io.github.gradcam.bench.side;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.Heatmap;
import io.github.gradcam.Normalization;
import io.github.gradcam.file.Npy;
import io.github.gradcam.model.Model;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes maps, which the peers compare with theirs. */
@Command(name = "maps", description = "Writes maps as NumPy files.")
final class MapsCommand implements Runnable {

  @Mixin private NetworkArguments network;

  @Mixin private InputArguments inputs;

  @Option(names = "--photos", defaultValue = "4", description = "How many, each by itself.")
  private int photos;

  @Option(names = "--out", required = true, description = "A folder that exists.")
  private Path folder;

  @Override
  public void run() {
    try (Model model = network.open()) {
      GradCam gradCam =
          GradCam.builder(model).normalization(Normalization.PYTORCH_GRAD_CAM).build();
      Inputs given = inputs.read();
      // In a batch a matrix's sums are rounded in another turn, and a ReLU may flip.
      List<Explanation> explanations =
          IntStream.range(0, photos)
              .mapToObj(i -> gradCam.explain(given.single(i), Target.predicted()).get(0).get(0))
              .toList();
      Npy.write(stacked(explanations, Heatmap::raw), folder.resolve("raw.npy"));
      Npy.write(stacked(explanations, Heatmap::normalized), folder.resolve("normalized.npy"));
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("engine", model.info().engine());
      answer.put("layers", explanations.get(0).provenance().layers());
      answer.put(
          "classes",
          explanations.stream().map(each -> each.score().classIndex().orElse(-1)).toList());
      JsonLine.print(answer);
    }
  }

  private static Tensor stacked(List<Explanation> explanations, Function<Heatmap, Tensor> map) {
    return Tensor.stack(explanations.stream().map(each -> map.apply(each.heatmap())).toList());
  }
}
