package io.github.gradcam.examples.vgg16.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The evaluation in a few lines of plain text: a column an engine, and whether they agree. */
public final class AccuracyTable {

  private static final String FIRST_STUDY = "first study";
  private static final String GAP = "   ";

  private final Evaluation evaluation;
  private final List<List<String>> rows = new ArrayList<>();

  private AccuracyTable(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /**
   * Writes an evaluation down.
   *
   * @param evaluation what is told
   * @return lines of text without their ends
   */
  public static List<String> of(Evaluation evaluation) {
    return new AccuracyTable(evaluation).lines();
  }

  private List<String> lines() {
    List<EngineScores> scores = evaluation.scores();
    TrainingAccuracy training = evaluation.training();
    row("", scores, EngineScores::engine, FIRST_STUDY);
    made("training", training.training(), FirstStudy.TRAINING);
    made("validation", training.validation(), FirstStudy.VALIDATION);
    row(
        "test" + photos(evaluation.test()),
        scores,
        engine -> share(engine.test()),
        Numbers.percent(FirstStudy.TEST));
    row("  photos right", scores, engine -> Numbers.count(engine.test().correct()), "");
    row("  with 95 % confidence", scores, engine -> Numbers.percent(engine.test().interval()), "");
    row("  among the two likeliest", scores, engine -> share(engine.topTwo()), "");
    part("  new to VGG16", scores, EngineScores::newToVgg16);
    part("  in VGG16's own training", scores, EngineScores::seenByVgg16);
    row(
        "  calibration error",
        scores,
        engine -> String.format(Locale.ROOT, "%.3f", engine.calibrationError()),
        "");
    List<String> lines = aligned();
    evaluation.agreements().forEach(agreement -> lines.add(sentence(agreement)));
    return lines.stream().map(AccuracyTable::plain).toList();
  }

  /** The first engine's network is the one that was trained. */
  private void made(String name, Accuracy accuracy, double firstStudy) {
    List<String> row = new ArrayList<>();
    row.add(name + photos(accuracy));
    row.add(share(accuracy));
    for (int i = 1; i < evaluation.engines().size(); i++) {
      row.add("");
    }
    row.add(Numbers.percent(firstStudy));
    rows.add(row);
  }

  private void part(
      String name, List<EngineScores> scores, Function<EngineScores, Optional<Accuracy>> accuracy) {
    accuracy
        .apply(scores.get(0))
        .ifPresent(
            first ->
                row(
                    name + photos(first),
                    scores,
                    engine -> accuracy.apply(engine).map(AccuracyTable::share).orElse("–"),
                    ""));
  }

  private void row(
      String name,
      List<EngineScores> scores,
      Function<EngineScores, String> cell,
      String firstStudy) {
    List<String> row = new ArrayList<>();
    row.add(name);
    scores.forEach(engine -> row.add(cell.apply(engine)));
    row.add(firstStudy);
    rows.add(row);
  }

  private List<String> aligned() {
    int columns = rows.get(0).size();
    List<Integer> widths =
        IntStream.range(0, columns)
            .mapToObj(c -> rows.stream().mapToInt(row -> row.get(c).length()).max().orElseThrow())
            .toList();
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, columns)
                    .mapToObj(c -> padded(row.get(c), widths.get(c), c == 0))
                    .collect(Collectors.joining(GAP))
                    .stripTrailing())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String padded(String cell, int width, boolean left) {
    String room = " ".repeat(width - cell.length());
    return left ? cell + room : room + cell;
  }

  private static String share(Accuracy accuracy) {
    return Numbers.percent(accuracy.share());
  }

  private static String photos(Accuracy accuracy) {
    return " (" + Numbers.count(accuracy.total()) + ")";
  }

  /** Not every terminal has more than ASCII. */
  private static String plain(String line) {
    return line.replace('\u00a0', ' ').replace('–', '-');
  }

  private static String sentence(Agreement agreement) {
    return String.format(
        Locale.ROOT,
        "%s and %s: %s of %s photos differ, %s of them ties; scores by at most %s",
        agreement.first(),
        agreement.second(),
        Numbers.count(agreement.differences().size()),
        Numbers.count(agreement.photos()),
        Numbers.count(agreement.ties()),
        Numbers.small(agreement.logits().maximum()));
  }
}
