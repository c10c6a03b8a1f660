package io.github.gradcam.examples.vgg16.evaluation;

import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Predictions as text: a line with the weights' digest, a line with the columns' names, and a line
 * a photo. Every bit of the scores is kept.
 *
 * @param weights whose predictions they are
 * @param labels of the classes
 */
record PredictionTable(WeightsDigest weights, List<String> labels) {

  private static final int SCORES_FROM = 3;

  String head() {
    List<String> columns = new ArrayList<>(List.of("name", "bytes", "label"));
    columns.addAll(labels);
    return Csv.line(List.of("# weights " + weights.sha256())) + Csv.line(columns);
  }

  String line(Answer answer) {
    List<String> fields = new ArrayList<>();
    fields.add(answer.photo().name());
    fields.add(Long.toString(answer.photo().bytes()));
    fields.add(Integer.toString(answer.photo().label()));
    for (float score : answer.logits().toArray()) {
      fields.add(Float.toString(score));
    }
    return Csv.line(fields);
  }

  /**
   * What a text tells of photos. Nothing if it is of other weights or classes; and nothing of a
   * photo whose line is cut or broken.
   */
  List<Answer> read(String text, Map<String, PhotoFile> photos) {
    if (!text.startsWith(head())) {
      return List.of();
    }
    return Csv.lines(text.substring(head().length())).stream()
        .flatMap(fields -> answer(fields, photos).stream())
        .toList();
  }

  /**
   * The lines of photos that are not asked for, when the text is of these weights and classes: they
   * are kept for whoever asks for them.
   */
  String others(String text, Map<String, PhotoFile> photos) {
    if (!text.startsWith(head())) {
      return "";
    }
    return Csv.lines(text.substring(head().length())).stream()
        .filter(fields -> fields.size() == SCORES_FROM + labels.size())
        .filter(fields -> !photos.containsKey(fields.get(0)))
        .map(Csv::line)
        .collect(Collectors.joining());
  }

  private Optional<Answer> answer(List<String> fields, Map<String, PhotoFile> photos) {
    PhotoFile photo = photos.get(fields.get(0));
    if (photo == null
        || fields.size() != SCORES_FROM + labels.size()
        || !fields.get(1).equals(Long.toString(photo.bytes()))
        || !fields.get(2).equals(Integer.toString(photo.label()))) {
      return Optional.empty();
    }
    float[] scores = new float[labels.size()];
    try {
      for (int i = 0; i < scores.length; i++) {
        scores[i] = Float.parseFloat(fields.get(SCORES_FROM + i));
      }
      return Optional.of(new Answer(photo, Tensor.of(Shape.of(scores.length), scores)));
    } catch (NumberFormatException | PredictionsException broken) {
      // The photo counts as not looked at yet.
      return Optional.empty();
    }
  }
}
