package io.github.gradcam.bench.page;

import io.github.gradcam.bench.page.results.Results;
import io.github.gradcam.bench.page.results.ResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Makes the page of a run's results. */
public final class PerformancePage {

  private static final String REMARKS = "-remarks.md";

  private PerformancePage() {}

  /**
   * Writes the page, and its plots into {@code images/} beside the folder it is in. What {@code
   * PAGE-remarks.md} says, where there is such a file beside it, becomes a part of it.
   *
   * @param args the folder of the results, and the page's file
   * @throws IOException if something cannot be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("Usage: PerformancePage RESULTS_DIR PAGE_FILE");
      System.exit(2);
      return;
    }
    Path file = Path.of(args[1]);
    try {
      int figures = write(Path.of(args[0]), file);
      System.err.println(file + " and " + figures + " plots are written.");
    } catch (ResultsException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** How many plots there are. */
  static int write(Path results, Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.md$", "");
    String link = "../images/" + name;
    Page page = Page.of(Results.read(results), text(file.resolveSibling(name + REMARKS)), link);
    String markdown = page.markdown();
    Path images = file.toAbsolutePath().resolveSibling(link).normalize();
    Files.createDirectories(images);
    Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
    for (Figure figure : page.figures()) {
      ImageIO.write(figure.plot().image(), "png", images.resolve(figure.file()).toFile());
    }
    Files.writeString(file, markdown);
    return page.figures().size();
  }

  private static Optional<String> text(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }
}
