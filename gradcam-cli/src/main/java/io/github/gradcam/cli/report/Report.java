package io.github.gradcam.cli.report;

import io.github.gradcam.error.WriteException;
import io.github.gradcam.file.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One page, {@code index.html}, that shows what became of many photos, as {@code
 * docs/reference/report.md} describes it. It holds its pictures, needs no network and runs no
 * script.
 *
 * <p>Cards go to a temporary file in the same folder as they come, so that memory does not grow
 * with the photos; the page appears when it is whole. Belongs to one thread.
 *
 * <pre>{@code
 * try (Report report = Report.open(folder, facts, style)) {
 *   report.add(ReportCard.of(result, style));
 *   report.finish();
 * }
 * }</pre>
 */
public final class Report implements AutoCloseable {

  private final Path page;
  private final ReportFacts facts;
  private final CardStyle style;
  private final CardsFile cards;
  private final Tally tally = new Tally();

  private Report(Path page, ReportFacts facts, CardStyle style, CardsFile cards) {
    this.page = page;
    this.facts = facts;
    this.style = style;
    this.cards = cards;
  }

  /**
   * Begins a report.
   *
   * @param folder where its page will lie; made if it is not there
   * @param facts what it tells beside its photos
   * @param style how its cards are made
   * @return the report; the caller closes it
   * @throws WriteException if nothing can be written there
   */
  public static Report open(Path folder, ReportFacts facts, CardStyle style) {
    try {
      Files.createDirectories(folder);
      return new Report(folder.resolve("index.html"), facts, style, new CardsFile(folder));
    } catch (IOException e) {
      throw new WriteException(
          "No report can be written to "
              + folder
              + " ("
              + e
              + "). Name a folder, or a place where one may be made.",
          e);
    }
  }

  /**
   * Adds a card after those that are there.
   *
   * @param card the card
   * @throws WriteException if there is no room
   */
  public void add(ReportCard card) {
    try {
      cards.add(new CardHtml(tally.photos()).of(card));
    } catch (IOException e) {
      throw new WriteException(
          page + " cannot be written (" + e + "). Check permissions and free space.", e);
    }
    tally.add(card);
  }

  /**
   * Writes the page, whole or not at all; an existing one is replaced. Nothing can be added
   * afterwards, and there is nothing left to close.
   *
   * @return the page
   * @throws WriteException if it cannot be written
   */
  public Path finish() {
    WholeFile.write(page, this::writeTo);
    close();
    return page;
  }

  private void writeTo(OutputStream out) throws IOException {
    Page frame = new Page(new HeadHtml(facts, tally), new FilterHtml(tally));
    Styles styles = Styles.of(tally, style.overlay().colormap());
    out.write(frame.beforeCards(styles).markup().getBytes(StandardCharsets.UTF_8));
    cards.copyTo(out);
    out.write(frame.afterCards().markup().getBytes(StandardCharsets.UTF_8));
  }

  /** Deletes what is not the page; may be called twice. */
  @Override
  public void close() {
    try {
      cards.close();
    } catch (IOException e) {
      throw new WriteException(
          "A temporary file beside " + page + " cannot be deleted (" + e + "). Delete it.", e);
    }
  }
}
