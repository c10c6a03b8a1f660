package io.github.gradcam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The unpacked distribution")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its script is sh")
class DistributionIT {

  @TempDir Path folder;

  @Test
  @DisplayName("tells its version and its backend")
  void version() throws Exception {
    assertThat(run("--version")).matches("(?s)0: gradcam \\d.*Java \\d+.*");
    assertThat(run("backends")).startsWith("0: djl ").contains("PyTorch", "devices: cpu");
    assertThat(run("completion")).startsWith("0: ").contains("_complete_gradcam");
  }

  @Test
  @DisplayName("explains a photo without anything else said")
  void explains() throws Exception {
    Photos.blobs(folder.resolve("blobs.jpg"), 1);
    assertThat(run("explain", "blobs.jpg"))
        .startsWith("0: blobs.jpg: ")
        .endsWith(" -> blobs-gradcam.png\n");
    assertThat(folder.resolve("err.txt"))
        .content()
        .startsWith("gradcam: No model was named")
        .hasLineCount(1);
    assertThat(ImageIO.read(folder.resolve("blobs-gradcam.png").toFile())).isNotNull();
  }

  @Test
  @DisplayName("leaves only whole files when it is interrupted")
  void interrupted() throws Exception {
    int photos = 400;
    for (int i = 0; i < photos; i++) {
      Photos.blobs(folder.resolve("in").resolve(i + ".png"), i, 300, 300);
    }
    Process process =
        new ProcessBuilder(
                Program.command(
                    "explain", "in", "--out", "out", "--json", "all.jsonl", "--report", "page"))
            .directory(folder.toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    try (BufferedReader lines = process.inputReader()) {
      assertThat(lines.readLine()).as("the first photo is done").contains("in/0.png");
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      lines.lines().forEach(line -> {});
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(folder.resolve("err.txt"))
        .content()
        .contains("Interrupted: ", " of 400 photos are done");
    List<Path> pictures = files(folder.resolve("out"));
    assertThat(pictures).hasSizeBetween(1, photos - 1);
    for (Path picture : pictures) {
      assertThat(picture.toString()).endsWith(".png");
      assertThat(ImageIO.read(picture.toFile())).as("%s", picture).isNotNull();
    }
    assertThat(Files.readAllLines(folder.resolve("all.jsonl")))
        .hasSameSizeAs(pictures)
        .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    assertThat(files(folder.resolve("page"))).hasSize(1);
    assertThat(folder.resolve("page/index.html")).content().endsWith("</html>\n");
  }

  private String run(String... arguments) throws Exception {
    return new Program(folder).run(arguments);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
