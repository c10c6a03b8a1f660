package io.github.gradcam.bench.side;

import io.github.gradcam.GradCam;
import io.github.gradcam.model.Model;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Several threads on one model: how fast, and whether the maps are those of one thread. */
@Command(name = "threads", description = "Threads on one model: maps per second, wrong, errors.")
final class ThreadsCommand implements Runnable {

  @Mixin private NetworkArguments network;

  @Mixin private InputArguments inputs;

  @Option(names = "--callers", required = true, split = ",", description = "Numbers of threads.")
  private List<Integer> callers;

  @Option(names = "--maps", defaultValue = "40", description = "Maps a thread.")
  private int maps;

  @Override
  public void run() {
    try (Model model = network.open()) {
      GradCam gradCam = GradCam.of(model);
      Inputs photos = inputs.read();
      List<Tensor> expected = new ArrayList<>();
      for (int i = 0; i < photos.photos().size(); i++) {
        expected.add(map(gradCam, photos.single(i)));
      }
      List<Map<String, Object>> answers = new ArrayList<>();
      for (int count : callers) {
        Crowd crowd = new Crowd(count, maps, expected, System::nanoTime);
        answers.add(crowd.ask(index -> map(gradCam, photos.single(index))).answer());
      }
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("callers", answers);
      JsonLine.print(answer);
    }
  }

  private static Tensor map(GradCam gradCam, Tensor photo) {
    return gradCam.explain(photo, Target.predicted()).get(0).get(0).heatmap().normalized();
  }
}
