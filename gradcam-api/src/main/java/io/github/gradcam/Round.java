package io.github.gradcam;

import io.github.gradcam.method.Evidence;
import io.github.gradcam.target.Score;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One score of each image; the backward pass is made when the first method asks for gradients. */
final class Round {

  private final Pass pass;
  private final List<Optional<Score>> scores;
  private @Nullable Map<String, Tensor> gradients;

  Round(Pass pass, List<Optional<Score>> scores) {
    this.pass = pass;
    this.scores = scores;
  }

  List<String> layers() {
    return pass.layers();
  }

  Evidence evidence(int image, String layer) {
    return new ItemEvidence(pass, this, image, layer, scores.get(image).orElseThrow());
  }

  Tensor gradients(String layer, int image) {
    Map<String, Tensor> known = gradients;
    if (known == null) {
      known = pass.gradients(scores);
      gradients = known;
    }
    return Pass.values(known, layer).item(image);
  }
}
