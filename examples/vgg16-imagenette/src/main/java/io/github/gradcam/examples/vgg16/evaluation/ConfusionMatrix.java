package io.github.gradcam.examples.vgg16.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How often photos of each class were taken for each class. */
final class ConfusionMatrix {

  private final List<String> labels;
  private final int[][] counts;

  private ConfusionMatrix(List<String> labels, int[][] counts) {
    this.labels = labels;
    this.counts = counts;
  }

  static ConfusionMatrix of(Predictions predictions, List<String> labels) {
    int[][] counts = new int[labels.size()][labels.size()];
    for (Answer answer : predictions.answers()) {
      counts[answer.photo().label()][answer.predicted()]++;
    }
    return new ConfusionMatrix(List.copyOf(labels), counts);
  }

  List<String> labels() {
    return labels;
  }

  /** How many photos of a class were taken for a class, which may be the same. */
  int count(int truth, int predicted) {
    return counts[truth][predicted];
  }

  /** How many photos there are of a class. */
  int support(int truth) {
    return IntStream.of(counts[truth]).sum();
  }

  /** How many photos were taken for a class. */
  int predicted(int predicted) {
    return IntStream.range(0, labels.size()).map(truth -> counts[truth][predicted]).sum();
  }

  List<ClassScore> classScores() {
    return IntStream.range(0, labels.size())
        .mapToObj(i -> new ClassScore(labels.get(i), count(i, i), predicted(i), support(i)))
        .toList();
  }

  /** A row for what is on the photos, a column for what was said. */
  String csv() {
    List<String> head = new ArrayList<>(labels);
    head.add(0, "truth");
    StringBuilder text = new StringBuilder(Csv.line(head));
    for (int truth = 0; truth < labels.size(); truth++) {
      List<String> row =
          IntStream.of(counts[truth]).mapToObj(Integer::toString).collect(Collectors.toList());
      row.add(0, labels.get(truth));
      text.append(Csv.line(row));
    }
    return text.toString();
  }
}
