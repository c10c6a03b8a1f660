package io.github.gradcam;

import io.github.gradcam.method.Evidence;
import io.github.gradcam.target.Score;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One score of each image.
 *
 * @param pass the pass
 * @param scores an image's, where it has one in this round
 * @param found the gradients by layer, made when they are first asked for
 */
record Round(Pass pass, List<Optional<Score>> scores, Supplier<Map<String, Tensor>> found) {

  List<String> layers() {
    return pass.layers();
  }

  Evidence evidence(int image, String layer) {
    return new ItemEvidence(pass, this, image, layer, scores.get(image).orElseThrow());
  }

  Tensor gradients(String layer, int image) {
    return Pass.values(found.get(), layer).item(image);
  }
}
