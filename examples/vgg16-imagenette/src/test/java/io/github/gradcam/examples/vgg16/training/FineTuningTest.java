package io.github.gradcam.examples.vgg16.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.examples.vgg16.network.NarrowVgg;
import io.github.gradcam.examples.vgg16.network.Vgg16;
import io.github.gradcam.examples.vgg16.network.Weights;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FineTuningTest {

  private static final Weights IMAGENET = NarrowVgg.weights(3);

  @TempDir static Path photos;

  @TempDir Path run;

  private static List<PhotoFile> training;
  private static List<PhotoFile> validation;

  @BeforeAll
  static void paint() throws IOException {
    training = PaintedPhotos.paint(photos, 4, 1);
    validation = PaintedPhotos.paint(photos, 1, 2);
  }

  @Test
  void stepsLowerTheLossUntilTheClassesAreKnown() {
    Settings settings = settings(FineTune.BLOCK5, 1, 1);
    PhotoSamples samples = new PhotoSamples(training);
    int[] some = {0, 4, 8, 12};
    int[] classes = {0, 1, 2, 3};
    try (Frozen frozen = new Frozen(IMAGENET);
        TrainedPart part = new TrainedPart(IMAGENET, settings, 200, 0)) {
      Inputs inputs = frozen.maps(samples.plain(some));
      double first = part.step(inputs, classes);
      double last = first;
      for (int step = 1; step < 200; step++) {
        last = part.step(inputs, classes);
      }

      // What smoothed labels leave: the entropy of 0.91 and nine times 0.01.
      assertThat(last).isBetween(0.5003, 0.6).isLessThan(first / 2);
      float[] logits = part.logits(inputs).item(2).toArray();
      for (int other = 0; other < logits.length; other++) {
        assertThat(logits[2]).isGreaterThanOrEqualTo(logits[other]);
      }
    }
  }

  @Test
  void onlyWhatIsToBeTrainedChanges() {
    Weights trained = tuning(run, settings(FineTune.BLOCK5, 1, 1), silent()).train().weights();

    for (String layer : Vgg16.convolutions()) {
      boolean changed = !trained.weight(layer).equals(IMAGENET.weight(layer));
      assertThat(changed).as(layer).isEqualTo(Vgg16.block(layer) == 5);
    }
    assertThat(trained.tensors().keySet()).isEqualTo(IMAGENET.tensors().keySet());
  }

  @Test
  void theHeadAloneChangesNoConvolution() {
    Weights trained = tuning(run, settings(FineTune.HEAD, 1, 1), silent()).train().weights();

    assertThat(Vgg16.convolutions())
        .allSatisfy(layer -> assertThat(trained.weight(layer)).isEqualTo(IMAGENET.weight(layer)));
    assertThat(trained.weight(Vgg16.HEAD)).isNotEqualTo(IMAGENET.weight(Vgg16.HEAD));
  }

  @Test
  void allOfItIsTrainedFromThePhotos() {
    Weights trained = tuning(run, settings(FineTune.ALL, 1, 1), silent()).train().weights();

    assertThat(Vgg16.convolutions())
        .allSatisfy(
            layer -> assertThat(trained.weight(layer)).isNotEqualTo(IMAGENET.weight(layer)));
    assertThat(run.resolve("features")).doesNotExist();
  }

  @Test
  void theSameSeedGivesTheSameNetworkAndAnotherGivesAnother() {
    Settings settings = settings(FineTune.BLOCK5, 1, 2);

    Finished one = tuning(run.resolve("one"), settings, silent()).train();
    Finished two = tuning(run.resolve("two"), settings, silent()).train();
    Finished other =
        tuning(run.resolve("other"), seeded(settings, settings.seed() + 1), silent()).train();

    assertThat(two.weights()).isEqualTo(one.weights());
    assertThat(other.weights()).isNotEqualTo(one.weights());
  }

  @Test
  void anInterruptedRunGoesOnAsIfNothingHadHappened() {
    Settings settings = settings(FineTune.BLOCK5, 2, 2);
    Finished whole = tuning(run.resolve("whole"), settings, silent()).train();

    Path interrupted = run.resolve("interrupted");
    for (String word : List.of("The head alone", "Run 1, epoch 1 of 2:", "Run 2, epoch 1 of 2:")) {
      assertThatThrownBy(() -> tuning(interrupted, settings, failingAt(word)).train())
          .as(word)
          .hasMessage("interrupted");
    }
    Finished resumed = tuning(interrupted, settings, silent()).train();

    assertThat(resumed.weights()).isEqualTo(whole.weights());
    assertThat(resumed.outcome().epochs()).hasSize(4);
  }

  @Test
  void runsOnceTheBestStopsGettingBetter() {
    Settings patient = settings(FineTune.HEAD, 1, 30);

    Outcome outcome = tuning(run, patient, silent()).train().outcome();

    int best = 1;
    for (Epoch epoch : outcome.epochs()) {
      if (epoch.betterThan(outcome.epochs().get(best - 1))) {
        best = epoch.epoch();
      }
    }
    int last = outcome.epochs().size();
    assertThat(last == 30 || last - best == patient.patience()).isTrue();
  }

  private FineTuning tuning(Path place, Settings settings, Console console) {
    return new FineTuning(
        IMAGENET,
        training,
        validation,
        settings,
        place.resolve("features"),
        place.resolve("training"),
        console);
  }

  private static Settings settings(FineTune fineTune, int runs, int epochs) {
    return new Settings(
        fineTune, runs, epochs, 4, 8, 3e-3, 0.01, 0.1, true, false, 5, Device.cpu());
  }

  private static Settings seeded(Settings settings, long seed) {
    return new Settings(
        settings.fineTune(),
        settings.runs(),
        settings.epochs(),
        settings.patience(),
        settings.batch(),
        settings.learningRate(),
        settings.weightDecay(),
        settings.labelSmoothing(),
        settings.augmented(),
        settings.mirrored(),
        seed,
        settings.device());
  }

  private static Console silent() {
    return new Console(new PrintStream(OutputStream.nullOutputStream()), false);
  }

  private static Console failingAt(String word) {
    PrintStream out =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8) {
          @Override
          public void println(String line) {
            if (line.startsWith(word)) {
              throw new IllegalStateException("interrupted");
            }
          }
        };
    return new Console(out, false);
  }
}
