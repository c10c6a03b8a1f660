package io.github.gradcam.bench.network.architecture;

import io.github.gradcam.bench.network.architecture.Operation.Bias;
import java.util.List;
import java.util.Map;

/**
 * torchvision's VGG16. At 224 × 224 its adaptive pooling changes nothing, and dropout is nothing in
 * evaluation: both are left out.
 */
final class Vgg16 {

  private static final List<List<Integer>> BLOCKS =
      List.of(
          List.of(64, 64),
          List.of(128, 128),
          List.of(256, 256, 256),
          List.of(512, 512, 512),
          List.of(512, 512, 512));
  private static final int HIDDEN = 4096;

  private Vgg16() {}

  static Network of(Scale scale) {
    Draft draft = new Draft();
    int place = 0;
    int channels = Network.COLOURS;
    for (List<Integer> block : BLOCKS) {
      for (int full : block) {
        int outputs = scale.channels(full);
        draft
            .add(
                "features." + place++,
                new Operation.Convolution(channels, outputs, 3, 1, 1, 1, Bias.ADDED))
            .relu("features." + place++);
        channels = outputs;
      }
      draft.add("features." + place++, new Operation.MaxPool(2, 2, 0));
    }
    int coarsest = scale.coarsest();
    int hidden = scale.channels(HIDDEN);
    return draft
        .add("flatten", new Operation.Flatten(channels, coarsest))
        .add("classifier.0", new Operation.Linear(channels * coarsest * coarsest, hidden))
        .relu("classifier.1")
        .add("classifier.3", new Operation.Linear(hidden, hidden))
        .relu("classifier.4")
        .add("classifier.6", new Operation.Linear(hidden, scale.classes()))
        .network("vgg16", scale, Map.of("", "torchvision.models.vgg.VGG"));
  }
}
