package io.github.gradcam.examples.vgg16.evaluation;

import io.github.gradcam.examples.vgg16.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The evaluation as the page's template reads it, by its components' names: words, not numbers.
 *
 * @param headline the accuracy on the test photos
 * @param splits ours beside the first study's
 * @param engines names, the columns of {@code measures}
 * @param measures a row a number
 * @param agreements of every two engines
 * @param unseen how many photos are new to VGG16; empty if none is
 * @param classes a row a class
 * @param confusion the confusion matrix
 * @param reliability the reliability diagram
 * @param calibrationError how far confidence and accuracy lie apart
 * @param bins a row for each bar of the reliability diagram
 * @param mistakes the most confident ones
 * @param files what lies beside the page
 * @param facts settings, versions, times
 */
record ReportView(
    Split headline,
    List<Split> splits,
    List<String> engines,
    List<Row> measures,
    List<Pair> agreements,
    List<String> unseen,
    List<ClassRow> classes,
    Chart confusion,
    Chart reliability,
    String calibrationError,
    List<BinRow> bins,
    List<MistakeCard> mistakes,
    List<Link> files,
    List<Fact> facts) {

  /** The template asks before it begins a list. */
  boolean hasMistakes() {
    return !mistakes.isEmpty();
  }

  record Split(
      String name, String share, String interval, String correct, String photos, String first) {}

  record Row(String name, List<String> cells) {}

  record Pair(
      String first,
      String second,
      String differing,
      String ties,
      String logits,
      String meanLogits,
      String probabilities,
      List<DifferenceLine> differences) {}

  record DifferenceLine(String photo, String first, String second, boolean tie) {}

  record ClassRow(String label, String photos, String precision, String recall, String f1) {}

  record Chart(Embedded picture, String text) {}

  record BinRow(String range, String photos, String confidence, String accuracy) {}

  record MistakeCard(
      String photo,
      String truth,
      String predicted,
      String probability,
      String truthProbability,
      Embedded picture,
      Embedded overlay) {}

  record Link(String address, String name, String about) {}

  record Fact(String name, String value) {}

  static ReportView of(
      RunFolder run,
      Evaluation evaluation,
      List<ShownMistake> mistakes,
      Map<String, String> facts,
      Charts charts) {
    List<EngineScores> scores = evaluation.scores();
    ConfusionMatrix matrix = evaluation.confusion();
    Calibration calibration = evaluation.calibration();
    Split test = split("test", evaluation.test(), FirstStudy.TEST);
    return new ReportView(
        test,
        List.of(
            split("training", evaluation.training().training(), FirstStudy.TRAINING),
            split("validation", evaluation.training().validation(), FirstStudy.VALIDATION),
            test),
        scores.stream().map(EngineScores::engine).toList(),
        measures(scores),
        evaluation.agreements().stream().map(pair -> pair(pair, evaluation)).toList(),
        scores.get(0).newToVgg16().map(unseen -> Numbers.count(unseen.total())).stream().toList(),
        matrix.classScores().stream().map(ReportView::row).toList(),
        new Chart(Embedded.chart(charts.confusion()), new ConfusionPicture(matrix).text()),
        new Chart(Embedded.chart(charts.reliability()), new ReliabilityPicture(calibration).text()),
        error(calibration.error()),
        calibration.bins().stream().filter(bin -> bin.photos() > 0).map(ReportView::row).toList(),
        mistakes.stream().map(mistake -> card(mistake, evaluation)).toList(),
        files(run, evaluation),
        facts.entrySet().stream().map(fact -> new Fact(fact.getKey(), fact.getValue())).toList());
  }

  private static Split split(String name, Accuracy accuracy, double first) {
    return new Split(
        name,
        Numbers.percent(accuracy.share()),
        Numbers.percent(accuracy.interval()),
        Numbers.count(accuracy.correct()),
        Numbers.count(accuracy.total()),
        Numbers.percent(first));
  }

  private static List<Row> measures(List<EngineScores> scores) {
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row(
            "All test photos (" + Numbers.count(scores.get(0).test().total()) + ")",
            scores.stream().map(engine -> withInterval(engine.test())).toList()));
    rows.add(
        new Row(
            "Among the two likeliest",
            scores.stream().map(engine -> withInterval(engine.topTwo())).toList()));
    part(rows, "New to VGG16", scores.stream().flatMap(e -> e.newToVgg16().stream()).toList());
    part(
        rows,
        "In VGG16’s own training",
        scores.stream().flatMap(e -> e.seenByVgg16().stream()).toList());
    rows.add(
        new Row(
            "Expected calibration error",
            scores.stream().map(engine -> error(engine.calibrationError())).toList()));
    return rows;
  }

  /** All engines look at the same photos: there is one for each of them, or for none. */
  private static void part(List<Row> rows, String name, List<Accuracy> accuracies) {
    if (!accuracies.isEmpty()) {
      rows.add(
          new Row(
              name + " (" + Numbers.count(accuracies.get(0).total()) + ")",
              accuracies.stream().map(ReportView::withInterval).toList()));
    }
  }

  /** A narrow table breaks the line before the interval, not in it. */
  private static String withInterval(Accuracy accuracy) {
    String interval = Numbers.percent(accuracy.interval()).replace("–", "\u2060–\u2060");
    return Numbers.percent(accuracy.share()) + " (" + interval + ")";
  }

  private static String error(double calibrationError) {
    return String.format(Locale.ROOT, "%.3f", calibrationError);
  }

  private static Pair pair(Agreement agreement, Evaluation evaluation) {
    return new Pair(
        agreement.first(),
        agreement.second(),
        Numbers.count(agreement.differences().size()),
        Numbers.count(agreement.ties()),
        Numbers.small(agreement.logits().maximum()),
        Numbers.small(agreement.logits().mean()),
        Numbers.small(agreement.probabilities().maximum()),
        agreement.differences().stream()
            .map(
                difference ->
                    new DifferenceLine(
                        difference.first().photo().name(),
                        evaluation.label(difference.first().predicted()),
                        evaluation.label(difference.second().predicted()),
                        difference.tie()))
            .toList());
  }

  private static ClassRow row(ClassScore score) {
    return new ClassRow(
        score.label(),
        Numbers.count(score.support()),
        Numbers.percent(score.precision()),
        Numbers.percent(score.recall()),
        Numbers.percent(score.f1()));
  }

  private static BinRow row(Calibration.Bin bin) {
    return new BinRow(
        Numbers.percent(new Interval(bin.low(), bin.high())),
        Numbers.count(bin.photos()),
        Numbers.percent(bin.confidence()),
        Numbers.percent(bin.accuracy()));
  }

  private static MistakeCard card(ShownMistake mistake, Evaluation evaluation) {
    Answer answer = mistake.answer();
    return new MistakeCard(
        answer.photo().name(),
        evaluation.label(answer.photo().label()),
        evaluation.label(answer.predicted()),
        Numbers.percent(answer.confidence()),
        Numbers.percent(answer.probability(answer.photo().label())),
        Embedded.photo(mistake.photo()),
        Embedded.photo(mistake.overlay()));
  }

  private static List<Link> files(RunFolder run, Evaluation evaluation) {
    return Stream.concat(
            Stream.of(
                link(run, run.numbers(), "all numbers of this page, for programs"),
                link(run, run.confusion(), "the confusion matrix")),
            evaluation.engines().stream()
                .map(
                    predictions ->
                        link(
                            run,
                            PredictionLog.file(run, predictions.engine()),
                            "every score that " + predictions.engine() + " gave")))
        .toList();
  }

  private static Link link(RunFolder run, Path file, String about) {
    return new Link(
        run.root().toUri().relativize(file.toUri()).toString(),
        run.root().relativize(file).toString(),
        about);
  }
}
