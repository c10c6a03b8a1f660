package io.github.gradcam.examples.vgg16.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether two engines say the same of the same photos.
 *
 * @param first an engine's name
 * @param second another's
 * @param photos how many they looked at
 * @param differences the photos that they take for different things
 * @param logits how far their scores lie apart
 * @param probabilities how far their probabilities lie apart
 */
record Agreement(
    String first,
    String second,
    int photos,
    List<Difference> differences,
    Distance logits,
    Distance probabilities) {

  /**
   * How far numbers lie apart.
   *
   * @param maximum the largest absolute difference
   * @param mean the mean absolute difference
   */
  record Distance(double maximum, double mean) {}

  /**
   * Compares what two engines say.
   *
   * @throws PredictionsException if they did not look at the same photos in the same order
   */
  static Agreement of(Predictions first, Predictions second) {
    if (first.answers().isEmpty() || !first.photos().equals(second.photos())) {
      throw new PredictionsException(
          first.engine()
              + " and "
              + second.engine()
              + " did not look at the same photos in the same order, so that they cannot be"
              + " compared.");
    }
    List<Difference> differences = new ArrayList<>();
    Spread logits = new Spread();
    Spread probabilities = new Spread();
    for (int i = 0; i < first.answers().size(); i++) {
      Answer one = first.answers().get(i);
      Answer other = second.answers().get(i);
      for (int c = 0; c < one.classes(); c++) {
        logits.add(one.logits().get(c), other.logits().get(c));
        probabilities.add(one.probability(c), other.probability(c));
      }
      if (one.predicted() != other.predicted()) {
        differences.add(new Difference(one, other));
      }
    }
    return new Agreement(
        first.engine(),
        second.engine(),
        first.answers().size(),
        List.copyOf(differences),
        logits.distance(),
        probabilities.distance());
  }

  /** How many of the differences are ties. */
  int ties() {
    return Math.toIntExact(differences.stream().filter(Difference::tie).count());
  }

  /** Whether they say the same of all photos but ties. */
  boolean agrees() {
    return ties() == differences.size();
  }

  private static final class Spread {

    private double maximum;
    private double sum;
    private long numbers;

    void add(double one, double other) {
      double apart = Math.abs(one - other);
      maximum = Math.max(maximum, apart);
      sum += apart;
      numbers++;
    }

    Distance distance() {
      return new Distance(maximum, sum / numbers);
    }
  }
}
