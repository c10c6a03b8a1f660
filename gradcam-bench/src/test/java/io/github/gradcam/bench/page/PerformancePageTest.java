package io.github.gradcam.bench.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code on-paper/} has invented results whose medians and ratios are easy to find by hand. */
@DisplayName("The page")
class PerformancePageTest {

  @TempDir Path folder;

  private Path results;
  private Path page;

  @BeforeEach
  void copyResults() throws IOException, URISyntaxException {
    results = Files.createDirectories(folder.resolve("results"));
    page = Files.createDirectories(folder.resolve("docs/reference")).resolve("performance.md");
    URL paper = Objects.requireNonNull(getClass().getResource("on-paper"));
    try (Stream<Path> files = Files.list(Path.of(paper.toURI()))) {
      for (Path file : files.toList()) {
        Files.copy(file, results.resolve(file.getFileName()));
      }
    }
  }

  private List<String> lines() throws IOException {
    PerformancePage.write(results, page);
    return Files.readAllLines(page);
  }

  /** The lines between a heading and the next. */
  private List<String> section(String heading) throws IOException {
    List<String> lines = lines();
    int start = lines.indexOf(heading) + 1;
    assertThat(start).as(heading).isPositive();
    List<String> rest = lines.subList(start, lines.size());
    return rest.stream().takeWhile(line -> !line.startsWith("#")).toList();
  }

  @Nested
  @DisplayName("has in its tables")
  class Tables {

    @Test
    @DisplayName("the median of the iterations' ratios, the smallest and the largest")
    void ratios() throws IOException {
      // 102, 104 and 110 ms, each beside passes of 100 ms; 60, 66, 63 beside 50, 60, 60; 800
      // beside 640.
      assertThat(section("## Cost over the forward pass"))
          .containsSubsequence(
              "| network | batch | DJL (PyTorch) | TensorFlow |",
              "|---|---|---|---|",
              "| ResNet50 | 1 | 1.040 (1.020–1.100) | 1.100 (1.050–1.200) |",
              "| ResNet50 | 8 | 1.250 | – |");
    }

    @Test
    @DisplayName("maps a second, of all images of a batch")
    void mapsPerSecond() throws IOException {
      // 1 in 104 ms (110 to 102), 1 in 63 ms (66 to 60), 8 in 800 ms.
      assertThat(section("## Maps a second"))
          .contains(
              "| ResNet50 | 1 | 9.62 (9.09–9.80) | 15.9 (15.2–16.7) |",
              "| ResNet50 | 8 | 10.0 | – |");
    }

    @Test
    @DisplayName("several classes")
    void classes() throws IOException {
      assertThat(section("## Several classes of one image"))
          .contains("| ResNet50 | 5 | 1.180 | – |");
    }

    @Test
    @DisplayName("the maps of all threads")
    void threads() throws IOException {
      assertThat(section("## Threads on one model"))
          .containsSubsequence("| ResNet50 | 1 | 10.0 |", "| ResNet50 | 4 | 19.5 |");
    }

    @Test
    @DisplayName("allocation of the runs without passes in between, whatever JMH calls it")
    void memory() throws IOException {
      // 3 and 3.5 MB a call; 5 MB needed in 5 calls.
      assertThat(section("## Memory"))
          .contains("| ResNet50 | 1 | 3.000 | 3.500 |", "| ResNet50 | 1 | 812 |");
    }

    @Test
    @DisplayName("benchmarks that the page knows nothing about")
    void others() throws IOException {
      assertThat(section("## Also measured")).contains("| Novel, thing | depth 3 | 1.50 |");
    }

    @Test
    @DisplayName("what was measured on, and how")
    void host() throws IOException {
      assertThat(section("## What was measured on"))
          .contains(
              "| CPU | a CPU on paper |",
              "| features | avx2, avx512f |",
              "| DJL (PyTorch) | PyTorch 2.7.1 |",
              "| HeatmapBenchmark | 1 JVM, 3 × 1 s to warm up, 3 × 2 s measured | 2 |");
    }

    @Test
    @DisplayName("peers with the median of their rounds, and questions it does not know")
    void peers() throws IOException {
      assertThat(section("### Maps a second (maps/s)"))
          .contains(
              "| network | batch | gradcam, DJL (PyTorch) | torch-cam | captum | tf-keras-vis |",
              "| ResNet50 | 8 | 27.0 (26.0–30.0) | 19.0 | 20.0 (18.0–22.0) | 90.0 |");
      assertThat(section("### Four threads on one model: wrong maps (maps)"))
          .contains("| ResNet50 | 1 | 0 (0–1) | 30 (21–53) |");
      assertThat(section("### disk use (MB)")).contains("| – | – | 5.00 |");
      assertThat(section("### Whether the maps agree"))
          .contains("| ResNet50 | pytorch-grad-cam | 1.2e-06 | 4 |");
    }
  }

  @Nested
  @DisplayName("holds against the goals")
  class Goals {

    private String row(String question, String network) throws IOException {
      return section("## Goals").stream()
          .filter(line -> line.startsWith("| " + question) && line.contains("| " + network + " |"))
          .reduce((one, other) -> one + " and " + other)
          .orElse("no row");
    }

    @Test
    @DisplayName("JMH's ratios, backend by backend")
    void ratios() throws IOException {
      assertThat(row("Grad-CAM ÷", "ResNet50"))
          .endsWith("| ≤ 1.05 | 1.040 | **1.100** | – | **met by 1 of 2** |");
      assertThat(row("Grad-CAM of five classes", "ResNet50"))
          .endsWith("| ≤ 1.2 | 1.180 | – | – | met |");
      assertThat(row("Grad-CAM ÷", "VGG16")).endsWith("| ≤ 1.05 | – | – | – | not measured |");
    }

    @Test
    @DisplayName("the fastest library on the same libtorch, which TensorFlow's is not")
    void fastest() throws IOException {
      // 27 beside 20; 50 beside 40.
      assertThat(row("maps a second ÷", "ResNet50")).endsWith("| ≥ 1.3 | 1.350 | – | – | met |");
      assertThat(row("maps a second ÷", "MobileNetV2"))
          .endsWith("| ≥ 2 | **1.250** | – | – | **missed** |");
    }

    @Test
    @DisplayName("the time to the first picture")
    void coldStart() throws IOException {
      // 1 and 2 seconds beside 3.
      assertThat(row("process start", "embedded")).endsWith("| ≤ 0.6 | 0.500 | – | – | met |");
    }

    @Test
    @DisplayName("the worst round, where nothing must go wrong")
    void wrongMaps() throws IOException {
      assertThat(row("four threads on one model: wrong", "ResNet50"))
          .endsWith("| 0 | **1** | – | – | **missed** |");
      assertThat(row("four threads on one model: errors", "ResNet50"))
          .endsWith("| 0 | 0 | – | – | met |");
    }

    @Test
    @DisplayName("four threads against the best number of threads")
    void fourThreads() throws IOException {
      // 19.5 beside 20.
      assertThat(row("four threads on one model: maps", "ResNet50"))
          .endsWith("| ≥ 0.95 | 0.975 | – | – | met |");
    }

    @Test
    @DisplayName("three times the bytes that are needed")
    void allocation() throws IOException {
      assertThat(row("heap", "ResNet50"))
          .endsWith("| ≤ 3 | 3.000 | **3.500** | – | **met by 1 of 2** |");
    }
  }

  @Nested
  @DisplayName("says that something was not measured")
  class Missing {

    @Test
    @DisplayName("where there is no benchmark of it")
    void section() throws IOException {
      assertThat(PerformancePageTest.this.section("## Cold start"))
          .contains("Not measured in this run.");
    }

    @Test
    @DisplayName("where there are no peers")
    void peers() throws IOException {
      Files.delete(results.resolve("peers.json"));

      assertThat(PerformancePageTest.this.section("## Beside Python"))
          .contains("Not measured in this run. `gradcam-bench/peers/` has the script.");
      assertThat(lines()).noneMatch(line -> line.startsWith("### "));
    }

    @Test
    @DisplayName("where nobody knows on what")
    void host() throws IOException {
      Files.delete(results.resolve("host.json"));

      assertThat(PerformancePageTest.this.section("## What was measured on"))
          .anyMatch(line -> line.startsWith("The run did not write down what it ran on."));
    }

    @Test
    @DisplayName("where there are peers alone")
    void jmh() throws IOException {
      Files.delete(results.resolve("jmh.json"));

      assertThat(PerformancePageTest.this.section("## Cost over the forward pass"))
          .contains("Not measured in this run.");
      assertThat(PerformancePageTest.this.section("### Maps a second (maps/s)")).isNotEmpty();
    }
  }

  @Test
  @DisplayName("keeps what was written by hand beside it")
  void remarks() throws IOException {
    assertThat(lines()).doesNotContain("## What remains, and why");

    Files.writeString(
        page.resolveSibling("performance-remarks.md"), "Pooling & <b>patience</b>.\n");

    assertThat(section("## What remains, and why")).contains("Pooling & <b>patience</b>.");
  }

  @Test
  @DisplayName("shows every plot with words for those who do not see it")
  void plots() throws IOException {
    PerformancePage.write(results, page);

    List<MatchResult> shown =
        Pattern.compile("!\\[([^]]+)]\\(([^)]+)\\)")
            .matcher(Files.readString(page))
            .results()
            .toList();

    assertThat(shown)
        .extracting(image -> image.group(2))
        .containsExactly(
            "../images/performance/ratio.png",
            "../images/performance/maps-per-second.png",
            "../images/performance/classes.png",
            "../images/performance/threads.png",
            "../images/performance/memory.png",
            "../images/performance/peers-maps-per-second.png");
    for (MatchResult image : shown) {
      assertThat(image.group(1)).contains(":").endsWith(".");
      File file = page.resolveSibling(image.group(2)).toFile();
      BufferedImage plot = ImageIO.read(file);
      assertThat(plot.getWidth()).as(file.getName()).isGreaterThan(1000);
    }
  }

  @Test
  @DisplayName("leads to its own sections")
  void anchors() throws IOException {
    List<String> anchors =
        lines().stream()
            .filter(line -> line.startsWith("#"))
            .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
            .toList();

    assertThat(Pattern.compile("]\\(#([^)]+)\\)").matcher(Files.readString(page)).results())
        .isNotEmpty()
        .allSatisfy(link -> assertThat(anchors).contains(link.group(1)));
  }

  @Test
  @DisplayName("is the same for the same results, byte by byte")
  void deterministic() throws IOException {
    Path again =
        Files.createDirectories(folder.resolve("again/reference")).resolve("performance.md");

    PerformancePage.write(results, page);
    PerformancePage.write(results, again);

    assertThat(again).hasSameBinaryContentAs(page);
    try (Stream<Path> plots = Files.list(folder.resolve("docs/images/performance"))) {
      assertThat(plots)
          .isNotEmpty()
          .allSatisfy(
              plot ->
                  assertThat(folder.resolve("again/images/performance").resolve(plot.getFileName()))
                      .hasSameBinaryContentAs(plot));
    }
  }
}
