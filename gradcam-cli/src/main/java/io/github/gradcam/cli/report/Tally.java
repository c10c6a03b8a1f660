package io.github.gradcam.cli.report;

import io.github.gradcam.Provenance;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is counted while cards come in; grows with the classes, not with the photos. */
final class Tally {

  /**
   * A class that was predicted.
   *
   * @param name as people know it
   * @param photos how many
   */
  record PredictedClass(String name, long photos) {}

  private final Map<Integer, PredictedClass> classes = new TreeMap<>();
  private final Map<Confidence, Long> confidences = new EnumMap<>(Confidence.class);
  private long explained;
  private long empty;
  private long failed;
  private int heats;
  private Optional<Provenance> provenance = Optional.empty();

  void add(ReportCard card) {
    if (!(card instanceof PhotoCard photo)) {
      failed++;
      return;
    }
    explained++;
    empty += photo.hasEmptyMap() ? 1 : 0;
    heats = Math.max(heats, photo.heats().size());
    provenance = provenance.or(() -> Optional.of(photo.provenance()));
    photo
        .predicted()
        .ifPresent(
            prediction -> {
              confidences.merge(Confidence.of(prediction.probability()), 1L, Long::sum);
              classes.merge(
                  prediction.classIndex(),
                  new PredictedClass(prediction.name(), 1),
                  (some, one) -> new PredictedClass(some.name(), some.photos() + 1));
            });
  }

  /** By index. */
  Map<Integer, PredictedClass> classes() {
    return classes;
  }

  long confident(Confidence confidence) {
    return confidences.getOrDefault(confidence, 0L);
  }

  long photos() {
    return explained + failed;
  }

  long explained() {
    return explained;
  }

  /** Photos with at least one empty map. */
  long empty() {
    return empty;
  }

  long failed() {
    return failed;
  }

  /** The most scores that were explained of one photo. */
  int heats() {
    return heats;
  }

  /** Of the first photo that was explained. */
  Optional<Provenance> provenance() {
    return provenance;
  }
}
