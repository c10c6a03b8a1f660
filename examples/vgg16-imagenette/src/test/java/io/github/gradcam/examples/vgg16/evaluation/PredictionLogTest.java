package io.github.gradcam.examples.vgg16.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.examples.vgg16.RunFolder;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionLogTest {

  private static final WeightsDigest WEIGHTS = new WeightsDigest("ab12");

  private List<PhotoFile> photos;

  /** Numbers that are lost where they are rounded. */
  private final Tensor logits =
      Tensor.written(
          Shape.of(3, 10),
          values -> {
            for (int i = 0; i < values.length; i++) {
              values[i] = (i - 15) / 7f;
            }
            values[0] = Float.MIN_VALUE;
            values[1] = Float.MAX_VALUE;
            values[2] = -0f;
            values[3] = Math.nextUp(1f);
          });

  private RunFolder run;
  private Path file;

  @BeforeEach
  void begin(@TempDir Path folder) throws IOException {
    photos =
        List.of(
            photo(folder, "n1/a.JPEG", 0, 10),
            photo(folder, "n1/b, \"c\"\nd.JPEG", 9, 20),
            photo(folder, "n2/é.JPEG", 4, 30));
    run = new RunFolder(folder.resolve("run"));
    file = folder.resolve("run/predictions/PyTorch.csv");
  }

  @Test
  void goesOnWhereItWas() {
    try (PredictionLog log = open()) {
      assertThat(log.missing()).isEqualTo(photos);
      log.append(photos.subList(0, 2), rows(0, 2));
      assertThat(log.missing()).containsExactly(photos.get(2));
      assertThatThrownBy(log::predictions).isInstanceOf(IllegalStateException.class);
    }
    try (PredictionLog log = open()) {
      assertThat(log.missing()).containsExactly(photos.get(2));
      log.append(photos.subList(2, 3), rows(2, 3));
    }
    try (PredictionLog log = open()) {
      assertThat(log.missing()).isEmpty();
      // Tensors are equal bit by bit.
      assertThat(log.predictions()).isEqualTo(Predictions.of("PyTorch", photos, logits));
    }
  }

  @Test
  void photosComeInTheirOrderHoweverTheyWereLookedAt() {
    try (PredictionLog log = open()) {
      log.append(photos.subList(2, 3), rows(2, 3));
      log.append(photos.subList(0, 2), rows(0, 2));

      assertThat(log.predictions()).isEqualTo(Predictions.of("PyTorch", photos, logits));
    }
  }

  @Test
  void theFileIsATableForOtherPrograms() throws IOException {
    try (PredictionLog log = open()) {
      log.append(photos.subList(2, 3), rows(2, 3));
    }

    assertThat(Files.readAllLines(file))
        .containsExactly(
            "# weights ab12",
            "name,bytes,label,tench,English springer,cassette player,chain saw,church,French horn,"
                + "garbage truck,gas pump,golf ball,parachute",
            "n2/é.JPEG,30,4,0.71428573,0.85714287,1.0,1.1428572,1.2857143,1.4285715,1.5714285,"
                + "1.7142857,1.8571428,2.0");
  }

  @Test
  void aCutLineIsComputedAgain() throws IOException {
    whole();
    byte[] bytes = Files.readAllBytes(file);
    int lastLine = bytes.length - lastLineBytes();
    for (int cut = lastLine; cut < bytes.length; cut += 5) {
      Files.write(file, Arrays.copyOf(bytes, cut));

      try (PredictionLog log = open()) {
        assertThat(log.missing()).as("cut after %d bytes", cut).containsExactly(photos.get(2));
        log.append(log.missing(), rows(2, 3));
        assertThat(log.predictions()).isEqualTo(Predictions.of("PyTorch", photos, logits));
      }
      assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }
  }

  @Test
  void aBrokenLineIsComputedAgain() throws IOException {
    whole();
    String text = Files.readString(file);
    String line = text.lines().filter(l -> l.startsWith("n2/")).findFirst().orElseThrow();
    for (String broken :
        List.of(
            line.replace(",2.0", ",NaN"),
            line.replace(",2.0", ",two"),
            line.replace(",2.0", ""),
            line.replace(",4,", ",5,"),
            line.replace(",30,", ",31,"))) {
      Files.writeString(file, text.replace(line, broken));

      try (PredictionLog log = open()) {
        assertThat(log.missing()).as(broken).containsExactly(photos.get(2));
      }
      assertThat(Files.readString(file)).doesNotContain(broken);
    }
  }

  @Test
  void predictionsOfOtherWeightsDoNotCount() throws IOException {
    whole();

    try (PredictionLog log =
        PredictionLog.open(run, "PyTorch", new WeightsDigest("ab13"), photos)) {
      assertThat(log.missing()).isEqualTo(photos);
    }
    assertThat(Files.readString(file)).startsWith("# weights ab13\n").doesNotContain("n1/");
  }

  @Test
  void whatIsNotAskedForStaysForWhoeverAsksForIt() throws IOException {
    whole();
    byte[] before = Files.readAllBytes(file);

    try (PredictionLog log = PredictionLog.open(run, "PyTorch", WEIGHTS, photos.subList(2, 3))) {
      assertThat(log.predictions().answers())
          .containsExactly(new Answer(photos.get(2), logits.item(2)));
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (PredictionLog log = open()) {
      assertThat(log.predictions()).isEqualTo(Predictions.of("PyTorch", photos, logits));
    }
  }

  @Test
  void aPhotoOfAnotherSizeIsAnotherPhoto() throws IOException {
    whole();
    Files.write(photos.get(1).file(), new byte[21]);

    try (PredictionLog log = open()) {
      assertThat(log.missing()).containsExactly(photos.get(1));
    }
  }

  @Test
  void eachEngineHasItsFile() {
    whole();

    try (PredictionLog log = PredictionLog.open(run, "TensorFlow", WEIGHTS, photos)) {
      assertThat(log.missing()).isEqualTo(photos);
    }
    assertThat(run.predictions()).isDirectoryContaining("glob:**TensorFlow.csv");
  }

  @Test
  void refusesScoresThatAreNoNumbersAndWritesNothing() throws IOException {
    try (PredictionLog log = open()) {
      long before = Files.size(file);
      Tensor broken = Tensor.written(Shape.of(3, 10), values -> values[25] = Float.NaN);

      assertThatThrownBy(() -> log.append(photos, broken))
          .isInstanceOf(PredictionsException.class)
          .hasMessageContaining("n2/é.JPEG");
      assertThatThrownBy(() -> log.append(photos, Tensor.zeros(Shape.of(3, 11))))
          .isInstanceOf(PredictionsException.class)
          .hasMessageContaining("11 scores a photo, but there are 10 classes");
      assertThat(Files.size(file)).isEqualTo(before);
      assertThat(log.missing()).isEqualTo(photos);
    }
  }

  @Test
  void saysWhatCannotBeRead() throws IOException {
    Files.createDirectories(file);

    assertThatThrownBy(this::open)
        .isInstanceOf(PredictionsException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void anEngineIsNoPath() {
    assertThatThrownBy(() -> PredictionLog.open(run, "../x", WEIGHTS, photos))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void whole() {
    try (PredictionLog log = open()) {
      log.append(photos, logits);
    }
  }

  private int lastLineBytes() throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.get(lines.size() - 1).getBytes(StandardCharsets.UTF_8).length + 1;
  }

  private PredictionLog open() {
    return PredictionLog.open(run, "PyTorch", WEIGHTS, photos);
  }

  private Tensor rows(int from, int to) {
    return Tensor.stack(IntStream.range(from, to).mapToObj(logits::item).toList());
  }

  private static PhotoFile photo(Path folder, String name, int label, int bytes)
      throws IOException {
    Path photo = folder.resolve("photo-of-" + bytes + "-bytes.JPEG");
    Files.write(photo, new byte[bytes]);
    return new PhotoFile(photo, name, label);
  }
}
