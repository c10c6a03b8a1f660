package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.Explanation;
import io.github.gradcam.Prediction;
import java.util.Locale;

/** What captions say. */
final class Wording {

  /** Keeps a number and its unit on one line. */
  private static final char TOGETHER = '\u00a0';

  /** What one decimal cannot tell from nothing. */
  private static final double LEAST = 0.0005;

  private Wording() {}

  /** The class that was explained and its probability: {@code church 99.1 %}. */
  static String explained(Explanation explanation) {
    StringBuilder words = new StringBuilder(explanation.score().description());
    explanation.probability().ifPresent(p -> words.append(' ').append(percent(p)));
    return explanation.heatmap().isEmpty()
        ? words.append(", no evidence").toString()
        : words.toString();
  }

  /** What the network takes the photo for, whatever was explained. */
  static String predicted(Explanation explanation) {
    Prediction first = explanation.predictions().get(0);
    return first.name() + " " + percent(first.probability());
  }

  /** A probability as a reader takes it: none is printed as certain that is not. */
  static String percent(double probability) {
    if (probability > 0 && probability < LEAST) {
      return "< 0.1 %".replace(' ', TOGETHER);
    }
    if (probability < 1 && probability > 1 - LEAST) {
      return "> 99.9 %".replace(' ', TOGETHER);
    }
    return String.format(Locale.ROOT, "%.1f %%", 100 * probability).replace(' ', TOGETHER);
  }
}
