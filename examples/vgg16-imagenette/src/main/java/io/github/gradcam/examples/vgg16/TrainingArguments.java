package io.github.gradcam.examples.vgg16;

import ai.djl.Device;
import io.github.gradcam.examples.vgg16.training.FineTune;
import io.github.gradcam.examples.vgg16.training.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the network is trained. */
final class TrainingArguments {

  /** Where it is trained. */
  enum Processor {
    /** The CPU; what the frozen blocks give is computed once. */
    CPU,
    /** A GPU; everything is computed in every epoch, from the photos. */
    GPU
  }

  @Option(
      names = "--fine-tune",
      paramLabel = "PART",
      defaultValue = "block5",
      description =
          "How much is trained: ${COMPLETION-CANDIDATES}. all takes days on a CPU. Default:"
              + " ${DEFAULT-VALUE}.")
  FineTune fineTune = FineTune.BLOCK5;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "cpu",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  Processor device = Processor.CPU;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "2",
      description = "How many times all photos are seen at most. Default: ${DEFAULT-VALUE}.")
  int epochs;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "How many times to train from the same start; the weights are averaged. Default:"
              + " ${DEFAULT-VALUE}.")
  int runs;

  @Option(
      names = "--patience",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "Stop after N epochs without a better validation accuracy. Default: ${DEFAULT-VALUE}.")
  int patience;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "64",
      description = "How many photos make a step. Default: ${DEFAULT-VALUE}.")
  int batch;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      description = "AdamW's, at its highest. Default: 1e-4; 5e-5 with --fine-tune all.")
  @Nullable Double learningRate;

  @Option(
      names = "--weight-decay",
      paramLabel = "X",
      defaultValue = "0.01",
      description = "AdamW's. Default: ${DEFAULT-VALUE}.")
  double weightDecay;

  @Option(
      names = "--label-smoothing",
      paramLabel = "X",
      defaultValue = "0.1",
      description = "How much of a label is spread over all classes. Default: ${DEFAULT-VALUE}.")
  double labelSmoothing;

  @Option(
      names = "--no-augmentation",
      negatable = true,
      description = "Photos as they are, neither cropped nor mirrored by chance.")
  boolean plain;

  @Option(
      names = "--mirrored",
      description =
          "On a CPU: let the frozen blocks see each photo mirrored, too, instead of mirroring what"
              + " they give. Doubles the time of prepare.")
  boolean mirrored;

  Settings settings(long seed) {
    check(epochs > 0, "--epochs", epochs, "at least 1");
    check(runs > 0, "--runs", runs, "at least 1");
    check(patience > 0, "--patience", patience, "at least 1");
    check(batch > 0, "--batch", batch, "at least 1");
    check(weightDecay >= 0 && weightDecay < 1, "--weight-decay", weightDecay, "from 0 to 1");
    check(
        labelSmoothing >= 0 && labelSmoothing < 1,
        "--label-smoothing",
        labelSmoothing,
        "from 0 to 1");
    double rate = learningRate != null ? learningRate : fineTune == FineTune.ALL ? 5e-5 : 1e-4;
    check(rate > 0 && rate < 1, "--learning-rate", rate, "between 0 and 1");
    return new Settings(
        fineTune,
        runs,
        epochs,
        patience,
        batch,
        rate,
        weightDecay,
        labelSmoothing,
        !plain,
        mirrored,
        seed,
        device == Processor.GPU ? Device.gpu() : Device.cpu());
  }

  private static void check(boolean fits, String option, Object found, String expected) {
    if (!fits) {
      throw new StudyException(option + " is " + found + "; it must be " + expected + ".");
    }
  }
}
