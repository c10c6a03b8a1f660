package io.github.gradcam.cli.output;

import io.github.gradcam.cli.photos.FoundPhoto;
import io.github.gradcam.cli.photos.Output;
import io.github.gradcam.cli.report.CardStyle;
import io.github.gradcam.cli.report.Report;
import io.github.gradcam.cli.report.ReportCard;
import io.github.gradcam.cli.report.ReportFacts;
import io.github.gradcam.cli.result.PhotoResult;
import java.nio.file.Path;

/** The page that shows all photos. */
public final class ReportOutput implements Output {

  private final CardStyle style;
  private final Report report;

  /**
   * Begins the page.
   *
   * @param folder where it will lie
   * @param facts what it tells beside its photos
   * @param style how photos are shown
   */
  public ReportOutput(Path folder, ReportFacts facts, CardStyle style) {
    this.style = style;
    this.report = Report.open(folder, facts, style);
  }

  @Override
  public Runnable prepare(FoundPhoto photo, PhotoResult result) {
    ReportCard card = ReportCard.of(result, style);
    return () -> report.add(card);
  }

  @Override
  public void finish() {
    report.finish();
  }

  @Override
  public void discard() {
    report.close();
  }
}
