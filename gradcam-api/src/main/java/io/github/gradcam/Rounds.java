package io.github.gradcam;

import io.github.gradcam.target.Score;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scores of a pass, round by round; ways back are made when a method asks for gradients. */
final class Rounds {

  /** Bounds the memory of those who ask for a thousand classes. */
  private static final int WAYS_AT_ONCE = 8;

  private final Pass pass;
  private final List<List<Optional<Score>>> scores;
  private List<Map<String, Tensor>> gradients = List.of();
  private int first;

  Rounds(Pass pass, List<List<Optional<Score>>> scores) {
    this.pass = pass;
    this.scores = scores;
  }

  int count() {
    return scores.size();
  }

  Round round(int index) {
    return new Round(pass, scores.get(index), () -> gradients(index));
  }

  private Map<String, Tensor> gradients(int round) {
    if (round < first || round >= first + gradients.size()) {
      first = round;
      gradients =
          pass.gradients(scores.subList(round, Math.min(round + WAYS_AT_ONCE, scores.size())));
    }
    return gradients.get(round - first);
  }
}
