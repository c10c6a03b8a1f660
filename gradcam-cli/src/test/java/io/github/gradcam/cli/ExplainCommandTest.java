package io.github.gradcam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("gradcam explain")
class ExplainCommandTest {

  @TempDir Path folder;

  @Test
  @DisplayName("draws a photo with the model that is built in, and says what it is")
  void onePhoto() throws IOException {
    Path photo = Photos.blobs(folder.resolve("blobs.jpg"), 1);
    Path picture = folder.resolve("picture.png");
    Cli run = Cli.run("explain", photo, "--out", picture);
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .singleElement()
        .asString()
        .startsWith(photo + ": ")
        .contains(" % · expand · grad-cam")
        .endsWith(" -> " + picture);
    BufferedImage drawn = ImageIO.read(picture.toFile());
    assertThat(drawn.getWidth()).isGreaterThanOrEqualTo(120);
    assertThat(drawn.getHeight()).as("a caption and a legend below").isGreaterThan(90);
  }

  @Test
  @DisplayName("draws the overlay alone where no text is wanted")
  void plain() throws IOException {
    Path photo = Photos.blobs(folder.resolve("blobs.jpg"), 1);
    Path picture = folder.resolve("picture.png");
    assertThat(Cli.run("explain", photo, "--plain", "--out", picture).code()).isZero();
    BufferedImage drawn = ImageIO.read(picture.toFile());
    assertThat(List.of(drawn.getWidth(), drawn.getHeight())).containsExactly(120, 90);
  }

  @Test
  @DisplayName("never replaces a file, unless it is forced to")
  void replacesNothing() throws IOException {
    Path photo = Photos.blobs(folder.resolve("blobs.jpg"), 1);
    Path picture = Photos.text(folder.resolve("picture.png"), "precious");
    Cli refused = Cli.run("explain", photo, "--out", picture);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("There already: " + picture).contains("--force");
    assertThat(picture).hasContent("precious");
    assertThat(Cli.run("explain", photo, "--out", picture, "--force").code()).isZero();
    assertThat(ImageIO.read(picture.toFile())).isNotNull();
  }

  @Test
  @DisplayName("never replaces a photo by its own picture, not even by force")
  void replacesNoPhoto() throws IOException {
    Path photo = Photos.blobs(folder.resolve("blobs.png"), 1);
    byte[] before = Files.readAllBytes(photo);
    assertThat(Cli.run("explain", photo, "--out", photo, "--force"))
        .satisfies(run -> assertThat(run.code()).isEqualTo(2))
        .satisfies(run -> assertThat(run.err()).contains("is read in this run"));
    assertThat(Cli.run("explain", photo, "--json", photo, "--force").code()).isEqualTo(2);
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
    assertThat(Cli.run("explain", photo, "--out", link.resolve("blobs.png"), "--force").code())
        .isEqualTo(2);
    Files.delete(link);
    assertThat(Cli.run("explain", folder, "--out", folder, "--force").code()).isEqualTo(2);
    assertThat(photo).hasBinaryContent(before);
  }

  @Test
  @DisplayName("never writes two results to one place")
  void oneResultAPlace() {
    Path photo = Photos.blobs(folder.resolve("blobs.jpg"), 1);
    Path place = folder.resolve("result.png");
    assertThat(Cli.run("explain", photo, "--out", place, "--json", place))
        .satisfies(run -> assertThat(run.code()).isEqualTo(2))
        .satisfies(run -> assertThat(run.err()).contains("Two results would go to"));
    assertThat(place).doesNotExist();
  }

  @Test
  @DisplayName("leaves nothing behind where one of its results cannot be begun")
  void nothingBehind() throws IOException {
    Path photo = Photos.blobs(folder.resolve("blobs.jpg"), 1);
    Path notFolder = Photos.text(folder.resolve("file"), "");
    Path json = folder.resolve("all.jsonl");
    assertThat(
            Cli.run("explain", photo, "--json", json, "--report", notFolder.resolve("page")).code())
        .isEqualTo(2);
    assertThat(files(folder)).containsExactly("blobs.jpg", "file");
  }

  @Test
  @DisplayName("tells JSON and report of everything that failed, folders included")
  void failuresEverywhere() throws IOException {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Photos.text(photos.resolve("bad.jpg"), "");
    Files.createSymbolicLink(photos.resolve("loop"), photos);
    Path json = folder.resolve("new/all.jsonl");
    Path figure = folder.resolve("new/figure.png");
    Cli run = Cli.run("explain", photos, "--json", json, "--out", figure);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("2 failed:", "bad.jpg is empty", "loop is a link");
    assertThat(Files.readAllLines(json)).hasSize(2).allMatch(line -> line.contains("\"error\""));
    assertThat(figure).as("there is nothing to draw").doesNotExist();
  }

  @Test
  @DisplayName("goes on where one picture cannot be written")
  void onePictureUnwritten() throws IOException {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Photos.blobs(photos.resolve("a.png"), 1);
    Photos.blobs(photos.resolve("m".repeat(250) + ".png"), 2);
    Photos.blobs(photos.resolve("z.png"), 3);
    Path out = folder.resolve("out");
    Path json = folder.resolve("all.jsonl");
    Cli run = Cli.run("explain", photos, "--out", out, "--json", json, "--format", "jpg");
    assertThat(run.code()).isZero();
    assertThat(files(out)).hasSize(3).noneMatch(name -> name.endsWith(".part"));
    assertThat(Cli.run("explain", photos, "--save-map", folder.resolve("maps")).code()).isZero();
    Photos.blobs(photos.resolve("n".repeat(251) + ".png"), 4);
    Cli longer =
        Cli.run(
            "explain",
            photos,
            "--out",
            folder.resolve("o"),
            "--json",
            json,
            "--force",
            "--format",
            "jpg");
    assertThat(longer.code()).isZero();
    assertThat(Files.readAllLines(json)).hasSize(4);
  }

  @Test
  @DisplayName("explains a photo once, however often it is named")
  void once() throws IOException {
    Path photo = Photos.blobs(folder.resolve("in/blobs.jpg"), 1);
    Path link = Files.createSymbolicLink(folder.resolve("in/link.jpg"), photo);
    Cli run = Cli.run("explain", photo, photo, folder.resolve("in"), link, "--json", "-");
    assertThat(run.lines()).hasSize(1);
  }

  @Test
  @DisplayName("goes through a folder in order, and tells at the end what failed")
  void folderWithBadFiles() throws IOException {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Photos.blobs(photos.resolve("b.jpg"), 2);
    Photos.blobs(photos.resolve("deep/er/a.png"), 1);
    Photos.blobs(photos.resolve("c.jpg"), 3);
    Photos.truncated(photos.resolve("cut.jpg"));
    Photos.text(photos.resolve("empty.jpg"), "");
    Photos.text(photos.resolve("text.jpg"), "not a picture at all");
    Photos.text(photos.resolve("notes.txt"), "left alone");
    Files.createSymbolicLink(photos.resolve("deep/loop"), photos);
    Path out = folder.resolve("out");
    Cli run = Cli.run("explain", photos, "--out", out, "--batch", 2, "--threads", 2);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines())
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .containsExactly(
            photos.resolve("b.jpg").toString(),
            photos.resolve("c.jpg").toString(),
            photos.resolve("deep/er/a.png").toString());
    assertThat(run.err())
        .contains("4 failed:")
        .contains("cut.jpg is truncated or broken")
        .contains("empty.jpg is empty")
        .contains("text.jpg is no picture")
        .contains("deep/loop is a link to a folder that it lies in")
        .contains("1 other files");
    assertThat(files(out)).containsExactly("b.jpg", "c.jpg", "deep/er/a.png");
  }

  @Test
  @DisplayName("reports each of the bad photos that the page of errors lists, and skips it")
  void badPhotos() throws Exception {
    Path bad = Path.of(ExplainCommandTest.class.getResource("/photos/unreadable").toURI());
    Cli run = Cli.run("explain", bad, "--json", "-");
    assertThat(run.code()).isEqualTo(1);
    List<String> names = files(bad);
    assertThat(names).hasSizeGreaterThan(10);
    List<String> failed =
        run.lines().stream()
            .map(line -> JsonParser.parseString(line).getAsJsonObject())
            .filter(object -> object.has("error"))
            .map(object -> Path.of(object.get("file").getAsString()).getFileName().toString())
            .toList();
    // A HEIC file is not called like a picture.
    assertThat(failed)
        .containsExactlyElementsOf(names.stream().filter(name -> !name.endsWith(".heic")).toList());
    String page = Files.readString(Path.of("..", "docs", "reference", "errors.md"));
    assertThat(page).contains(failed);
  }

  @Test
  @DisplayName("has a page that names every option")
  void page() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "reference", "command-line.md"));
    CommandLine explain = Main.commandLine().getSubcommands().get("explain");
    List<String> options =
        explain.getCommandSpec().options().stream()
            .map(option -> option.longestName())
            .filter(name -> !name.equals("--help") && !name.equals("--version"))
            .toList();
    assertThat(options).hasSizeGreaterThan(20);
    assertThat(options).allSatisfy(name -> assertThat(page).contains("`" + name));
  }

  @Test
  @DisplayName("gives the same maps whatever the batch and the threads")
  void sameMaps() throws IOException {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    for (int i = 0; i < 7; i++) {
      Photos.blobs(photos.resolve(i + ".png"), i);
    }
    Path one = folder.resolve("one");
    Path many = folder.resolve("many");
    assertThat(Cli.run("explain", photos, "--save-map", one, "--batch", 1, "--threads", 1).code())
        .isZero();
    assertThat(Cli.run("explain", photos, "--save-map", many, "--batch", 3, "--threads", 2).code())
        .isZero();
    assertThat(files(one)).hasSize(7).isEqualTo(files(many));
    for (String name : files(one)) {
      float[] expected = floats(one.resolve(name));
      float[] actual = floats(many.resolve(name));
      assertThat(actual).hasSameSizeAs(expected);
      float worst = 0;
      for (int i = 0; i < actual.length; i++) {
        worst = Math.max(worst, Math.abs(actual[i] - expected[i]));
      }
      assertThat(worst).as(name).isLessThan(1e-5f);
    }
  }

  @Test
  @DisplayName("saves the normalised map at the input's size, or the raw one at the layer's")
  void maps() throws IOException {
    Path photo = Photos.blobs(folder.resolve("blobs.jpg"), 1);
    Path normalized = folder.resolve("normalized.npy");
    Path raw = folder.resolve("raw.npy");
    Cli run = Cli.run("explain", photo, "--save-map", normalized);
    assertThat(run.code()).isZero();
    assertThat(Cli.run("explain", photo, "--save-map", raw, "--raw").code()).isZero();
    assertThat(header(normalized)).contains("'descr': '<f4'").contains("(160, 160)");
    assertThat(header(raw)).contains("'descr': '<f4'").contains("(20, 20)");
    assertThat(extremes(normalized)[0]).as("lowest").isZero();
    assertThat(extremes(normalized)[1]).as("highest").isBetween(0.8f, 1f);
    assertThat(extremes(raw)[0]).as("lowest before ReLU").isNegative();
    assertThat(files(folder)).containsExactly("blobs.jpg", "normalized.npy", "raw.npy");
  }

  @Test
  @DisplayName("writes nothing but JSON to standard output when asked to")
  void json() {
    Path photo = Photos.blobs(folder.resolve("blobs.jpg"), 1);
    Path bad = Photos.text(folder.resolve("bad.jpg"), "");
    Cli run = Cli.run("explain", photo, bad, "--json", "-", "--top", 3);
    assertThat(run.code()).isEqualTo(1);
    List<JsonObject> objects =
        run.lines().stream().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    assertThat(objects).hasSize(2);
    assertThat(objects.get(0).get("targets").getAsJsonArray()).hasSize(3);
    assertThat(objects.get(1).get("error").getAsString()).contains("is empty");
  }

  @Test
  @DisplayName("draws one figure of several photos into one file")
  void grid() throws IOException {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Photos.blobs(photos.resolve("a.png"), 1);
    Photos.blobs(photos.resolve("b.png"), 2);
    Path figure = folder.resolve("figure.svg");
    assertThat(Cli.run("explain", photos, "--top", 2, "--out", figure).code()).isZero();
    assertThat(figure).content().contains("a.png").contains("b.png").contains("<svg");
    assertThat(files(folder)).contains("figure.svg").noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  @DisplayName("explains the results of an earlier run only if they are named")
  void leavesResultsAlone() throws IOException {
    Photos.blobs(folder.resolve("a.png"), 1);
    Path out = folder.resolve("out");
    assertThat(Cli.run("explain", folder, "--out", out).lines()).hasSize(1);
    assertThat(Cli.run("explain", folder, "--out", out, "--force").lines()).hasSize(1);
    assertThat(Cli.run("explain", out, "--out", folder.resolve("again")).lines()).hasSize(1);
  }

  @Test
  @DisplayName("tells usage from a broken model by its exit code")
  void exitCodes() {
    Path photo = Photos.blobs(folder.resolve("blobs.jpg"), 1);
    Path noModel = Photos.text(folder.resolve("model.pt"), "no model");
    Path out = folder.resolve("x.png");
    assertThat(Cli.run("explain").code()).isEqualTo(2);
    assertThat(Cli.run("explain", photo, "--no-such-option").code()).isEqualTo(2);
    assertThat(Cli.run("explain", folder.resolve("missing"), "--out", out).code()).isEqualTo(1);
    assertThat(Cli.run("explain", photo, "--out", folder.resolve("x.bmp")).code()).isEqualTo(2);
    assertThat(Cli.run("explain", photo, "--max-megapixels", Long.MAX_VALUE, "--json", "-").code())
        .isZero();
    assertThat(Cli.run("explain", photo, "--batch", 0, "--out", out).code()).isEqualTo(2);
    assertThat(Cli.run("explain", photo, "--method", "grad-kam", "--out", out))
        .satisfies(run -> assertThat(run.code()).isEqualTo(2))
        .satisfies(run -> assertThat(run.err()).contains("Nearest: \"grad-cam\""));
    assertThat(Cli.run("explain", photo, "--layer", "expnd", "--out", out))
        .satisfies(run -> assertThat(run.code()).isEqualTo(2))
        .satisfies(run -> assertThat(run.err()).contains("\"expand\""));
    assertThat(Cli.run("explain", photo, "--model", noModel, "--out", out).code()).isEqualTo(3);
    assertThat(Cli.run("explain", photo, "--device", "gpu:7", "--out", out))
        .satisfies(run -> assertThat(run.code()).isEqualTo(3))
        .satisfies(run -> assertThat(run.err()).contains("cpu").doesNotContain("\tat "));
    assertThat(Cli.run("explain", photo, "--model", noModel, "--out", out, "--debug").err())
        .contains("\tat ");
    assertThat(out).doesNotExist();
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static String header(Path npy) throws IOException {
    byte[] bytes = Files.readAllBytes(npy);
    return new String(bytes, 0, Math.min(128, bytes.length), StandardCharsets.ISO_8859_1);
  }

  private static float[] extremes(Path npy) throws IOException {
    float[] values = floats(npy);
    Arrays.sort(values);
    return new float[] {values[0], values[values.length - 1]};
  }

  private static float[] floats(Path npy) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(npy)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(10 + bytes.getChar(8));
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }
}
