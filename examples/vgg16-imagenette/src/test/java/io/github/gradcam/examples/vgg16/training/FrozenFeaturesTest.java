package io.github.gradcam.examples.vgg16.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.examples.vgg16.network.NarrowVgg;
import io.github.gradcam.examples.vgg16.network.Weights;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenFeaturesTest {

  private final Weights weights = NarrowVgg.weights(4);

  @TempDir Path folder;

  private List<PhotoFile> photos;

  @BeforeEach
  void paint() throws IOException {
    photos = PaintedPhotos.paint(folder.resolve("photos"), 14, 1);
  }

  @Test
  void areWhatTheBlocksGiveToHalfPrecision() {
    FeatureStore store = features().prepare(false, silent());
    int[] some = {0, 5, 127, 128, 139};

    float[] kept = numbers(new CachedSamples(List.of(store)).plain(some));
    float[] direct = direct(new PhotoSamples(photos).plain(some));

    assertThat(kept).hasSameSizeAs(direct);
    for (int i = 0; i < kept.length; i++) {
      assertThat(kept[i]).isCloseTo(direct[i], within(Math.abs(direct[i]) / 1000 + 1e-3f));
    }
  }

  @Test
  void ofMirroredPhotosAreOthers() {
    FeatureStore store = features().prepare(true, silent());
    int[] some = {3};

    float[] kept = numbers(new CachedSamples(List.of(store)).plain(some));
    float[] direct = direct(new PhotoSamples(photos).seen(some, () -> View.MIRRORED));

    for (int i = 0; i < kept.length; i++) {
      assertThat(kept[i]).isCloseTo(direct[i], within(Math.abs(direct[i]) / 1000 + 1e-3f));
    }
  }

  @Test
  void areComputedOnceAndOnlyWhatIsMissingAgain() throws IOException {
    features().prepare(false, silent());
    List<Path> files = files();
    assertThat(files).hasSize(2);
    FileTime old = FileTime.fromMillis(0);
    for (Path file : files) {
      Files.setLastModifiedTime(file, old);
    }
    byte[] before = Files.readAllBytes(files.get(1));
    Files.write(files.get(1), new byte[10]);

    features().prepare(false, silent());

    assertThat(Files.getLastModifiedTime(files.get(0))).isEqualTo(old);
    assertThat(Files.readAllBytes(files.get(1))).isEqualTo(before);
  }

  @Test
  void ofOtherWeightsAreOthers() {
    features().prepare(false, silent());
    new FrozenFeatures(folder.resolve("features"), NarrowVgg.weights(5), 4, photos)
        .prepare(false, silent());

    assertThat(folder.resolve("features")).isDirectoryContaining(Files::isDirectory);
    assertThat(folder.resolve("features").toFile().list()).hasSize(2);
  }

  @Test
  void augmentedAreAWindowOfWhatIsKeptMirroredOrNot() {
    CachedSamples samples = new CachedSamples(List.of(features().prepare(false, silent())));
    Inputs augmented = samples.augmented(new int[] {7}, new SplittableRandom(2));
    float[] part = numbers(augmented);
    float[] whole = numbers(samples.plain(new int[] {7}));
    int height = (int) augmented.shape().get(2);
    int width = (int) augmented.shape().get(3);
    assertThat(height).isBetween(10, 14);
    assertThat(width).isBetween(10, 14);

    int found = 0;
    for (int top = 0; top <= 14 - height; top++) {
      for (int left = 0; left <= 14 - width; left++) {
        for (boolean mirrored : new boolean[] {false, true}) {
          found += same(part, whole, top, left, height, width, mirrored) ? 1 : 0;
        }
      }
    }
    assertThat(found).isEqualTo(1);
  }

  private static boolean same(
      float[] part, float[] whole, int top, int left, int height, int width, boolean mirrored) {
    for (int channel = 0; channel < whole.length / 196; channel++) {
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
          int from = mirrored ? width - 1 - column : column;
          if (part[(channel * height + row) * width + column]
              != whole[(channel * 14 + top + row) * 14 + left + from]) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private FrozenFeatures features() {
    return new FrozenFeatures(folder.resolve("features"), weights, 4, photos);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("features"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private float[] direct(Inputs photos) {
    try (Frozen frozen = new Frozen(weights)) {
      return numbers(frozen.maps(photos));
    }
  }

  private static float[] numbers(Inputs inputs) {
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
      return inputs.on(manager).toFloatArray();
    }
  }

  private static Console silent() {
    return new Console(new PrintStream(OutputStream.nullOutputStream()), false);
  }
}
