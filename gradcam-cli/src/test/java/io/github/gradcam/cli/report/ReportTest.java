package io.github.gradcam.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.cli.result.FailedPhoto;
import io.github.gradcam.error.WriteException;
import io.github.gradcam.image.Overlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private static final CardStyle STYLE = CardStyle.of(Overlay.standard());
  private static final ReportFacts FACTS =
      new ReportFacts("1.2.3", ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC), List.of());

  @TempDir Path folder;

  @Test
  void aReportThatIsNotFinishedLeavesWhatWasThere() throws IOException {
    Path page = Files.writeString(folder.resolve("index.html"), "an older page");

    try (Report report = Report.open(folder, FACTS, STYLE)) {
      report.add(ReportCard.of(new FailedPhoto("a.jpg", "It is empty."), STYLE));
    }

    assertThat(folder.toFile().list()).containsExactly("index.html");
    assertThat(page).hasContent("an older page");
  }

  @Test
  void aFinishedReportIsOneFileWithAllCardsInOrder() throws IOException {
    Path page;
    try (Report report = Report.open(folder.resolve("a/b"), FACTS, STYLE)) {
      report.add(ReportCard.of(new FailedPhoto("a.jpg", "It is <empty>."), STYLE));
      report.add(ReportCard.of(new FailedPhoto("b.jpg", "It is broken."), STYLE));
      page = report.finish();
    }

    assertThat(page.getParent().toFile().list()).containsExactly("index.html");
    assertThat(Files.readString(page))
        .containsSubsequence("a.jpg", "It is &lt;empty&gt;.", "b.jpg", "It is broken.", "</html>");
  }

  @Test
  void aFileIsNoFolderForAReport() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> Report.open(file, FACTS, STYLE))
        .isInstanceOf(WriteException.class)
        .hasMessageContaining("No report can be written to " + file);
  }
}
