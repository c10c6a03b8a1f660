package io.github.gradcam.examples.vgg16.evaluation;

import io.github.gradcam.error.WriteException;
import io.github.gradcam.examples.vgg16.RunFolder;
import io.github.gradcam.file.WholeFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** The evaluation as files: for people, for programs, and for other documents. */
public final class EvaluationReport {

  private EvaluationReport() {}

  /**
   * Writes {@code report.html}, {@code report.json}, the confusion matrix as a picture and as CSV,
   * and the reliability diagram. The page stands alone and links to the CSV files of {@link
   * PredictionLog}.
   *
   * @param run where they go
   * @param evaluation what is told
   * @param mistakes {@link Evaluation#mistakes()} with their pictures, in the same order
   * @param facts settings, versions and times: what is told of a run, in order
   * @throws WriteException if a file cannot be written
   */
  public static void write(
      RunFolder run,
      Evaluation evaluation,
      List<ShownMistake> mistakes,
      Map<String, String> facts) {
    try {
      Files.createDirectories(run.root());
    } catch (IOException e) {
      throw new WriteException(
          "The folder " + run.root() + " cannot be made (" + e + "). Name another one.", e);
    }
    Charts charts = Charts.of(evaluation);
    write(run.confusion(), evaluation.confusion().csv());
    write(run.confusionPicture(), charts.confusion());
    write(run.reliabilityPicture(), charts.reliability());
    write(run.numbers(), ReportJson.of(evaluation, facts).text());
    write(run.report(), ReportHtml.of(run, evaluation, mistakes, facts, charts));
  }

  private static void write(Path file, String text) {
    WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void write(Path file, BufferedImage picture) {
    WholeFile.write(file, out -> ImageIO.write(picture, "png", out));
  }
}
