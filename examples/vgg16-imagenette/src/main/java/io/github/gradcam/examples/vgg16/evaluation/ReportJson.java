package io.github.gradcam.examples.vgg16.evaluation;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The report for programs: JSON, with shares and probabilities from 0 to 1. What there is not, such
 * as the precision of a class that no photo was taken for, is left out.
 *
 * @param classes the labels, in the order of the network's outputs
 * @param training on the photos that the network learned from
 * @param validation on the photos that told when to stop
 * @param firstStudy what the study that this one grew from reached
 * @param engines how good the network is on the test photos, an engine each
 * @param enginesAgree whether all engines say the same of all photos but ties
 * @param agreements of every two engines
 * @param classScores how well the first engine's network recognises each class
 * @param confusion the first engine's confusion matrix, a row for what is on the photos
 * @param calibration whether the first engine's network is right as often as it says
 * @param mistakes the first engine's most confident ones
 * @param facts settings, versions, times
 */
record ReportJson(
    List<String> classes,
    Counted training,
    Counted validation,
    First firstStudy,
    List<Engine> engines,
    boolean enginesAgree,
    List<Pair> agreements,
    List<ClassRow> classScores,
    List<List<Integer>> confusion,
    Reliability calibration,
    List<Wrong> mistakes,
    Map<String, String> facts) {

  /**
   * Of {@code total} photos {@code correct}; many more lie between {@code low} and {@code high}.
   */
  record Counted(int correct, int total, double share, double low, double high) {

    static Counted of(Accuracy accuracy) {
      return new Counted(
          accuracy.correct(),
          accuracy.total(),
          accuracy.share(),
          accuracy.interval().low(),
          accuracy.interval().high());
    }
  }

  record First(double training, double validation, double test) {}

  record Engine(
      String engine,
      Counted test,
      Counted topTwo,
      @Nullable Counted newToVgg16,
      @Nullable Counted seenByVgg16,
      double calibrationError) {}

  /** {@code logits} and {@code probabilities}: how far they lie apart. */
  record Pair(
      String first,
      String second,
      int photos,
      int ties,
      Agreement.Distance logits,
      Agreement.Distance probabilities,
      List<Differing> differences) {}

  record Differing(String photo, String first, String second, boolean tie) {}

  record ClassRow(
      String label,
      int photos,
      @Nullable Double precision,
      @Nullable Double recall,
      @Nullable Double f1) {}

  /** {@code error}: the expected calibration error. */
  record Reliability(double error, List<Bin> bins) {}

  record Bin(
      double low,
      double high,
      int photos,
      @Nullable Double confidence,
      @Nullable Double accuracy) {}

  record Wrong(
      String photo, String truth, String predicted, double probability, double truthProbability) {}

  static ReportJson of(Evaluation evaluation, Map<String, String> facts) {
    ConfusionMatrix matrix = evaluation.confusion();
    Calibration calibration = evaluation.calibration();
    return new ReportJson(
        evaluation.labels(),
        Counted.of(evaluation.training().training()),
        Counted.of(evaluation.training().validation()),
        new First(FirstStudy.TRAINING, FirstStudy.VALIDATION, FirstStudy.TEST),
        evaluation.scores().stream().map(ReportJson::engine).toList(),
        evaluation.enginesAgree(),
        evaluation.agreements().stream().map(pair -> pair(pair, evaluation)).toList(),
        matrix.classScores().stream().map(ReportJson::row).toList(),
        rows(matrix),
        new Reliability(
            calibration.error(), calibration.bins().stream().map(ReportJson::bin).toList()),
        evaluation.mistakes().stream().map(answer -> wrong(answer, evaluation)).toList(),
        facts);
  }

  String text() {
    Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    return gson.toJson(this) + "\n";
  }

  private static Engine engine(EngineScores scores) {
    return new Engine(
        scores.engine(),
        Counted.of(scores.test()),
        Counted.of(scores.topTwo()),
        scores.newToVgg16().map(Counted::of).orElse(null),
        scores.seenByVgg16().map(Counted::of).orElse(null),
        scores.calibrationError());
  }

  private static Pair pair(Agreement agreement, Evaluation evaluation) {
    return new Pair(
        agreement.first(),
        agreement.second(),
        agreement.photos(),
        agreement.ties(),
        agreement.logits(),
        agreement.probabilities(),
        agreement.differences().stream()
            .map(
                difference ->
                    new Differing(
                        difference.first().photo().name(),
                        evaluation.label(difference.first().predicted()),
                        evaluation.label(difference.second().predicted()),
                        difference.tie()))
            .toList());
  }

  private static ClassRow row(ClassScore score) {
    return new ClassRow(
        score.label(),
        score.support(),
        known(score.precision()),
        known(score.recall()),
        known(score.f1()));
  }

  private static List<List<Integer>> rows(ConfusionMatrix matrix) {
    int classes = matrix.labels().size();
    return IntStream.range(0, classes)
        .mapToObj(
            truth ->
                IntStream.range(0, classes).mapToObj(said -> matrix.count(truth, said)).toList())
        .toList();
  }

  private static Bin bin(Calibration.Bin bin) {
    boolean empty = bin.photos() == 0;
    return new Bin(
        bin.low(),
        bin.high(),
        bin.photos(),
        empty ? null : bin.confidence(),
        empty ? null : bin.accuracy());
  }

  private static Wrong wrong(Answer answer, Evaluation evaluation) {
    return new Wrong(
        answer.photo().name(),
        evaluation.label(answer.photo().label()),
        evaluation.label(answer.predicted()),
        answer.confidence(),
        answer.probability(answer.photo().label()));
  }

  private static @Nullable Double known(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
