package io.github.gradcam.examples.vgg16;

import io.github.gradcam.GradCam;
import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.examples.vgg16.evaluation.PredictionLog;
import io.github.gradcam.examples.vgg16.evaluation.Predictions;
import io.github.gradcam.examples.vgg16.evaluation.WeightsDigest;
import io.github.gradcam.examples.vgg16.explanation.Choice;
import io.github.gradcam.examples.vgg16.explanation.Choices;
import io.github.gradcam.examples.vgg16.explanation.EnginesFigure;
import io.github.gradcam.examples.vgg16.explanation.FreePhotosFigure;
import io.github.gradcam.examples.vgg16.explanation.HeatmapAgreement;
import io.github.gradcam.examples.vgg16.explanation.ResultsFigure;
import io.github.gradcam.examples.vgg16.explanation.Sample;
import io.github.gradcam.examples.vgg16.explanation.Vgg16GradCam;
import io.github.gradcam.examples.vgg16.export.Engine;
import io.github.gradcam.examples.vgg16.export.LayerPath;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The step that draws what the network looked at. */
final class Explaining {

  /** How many photos a class are explained by every engine. */
  private static final int COMPARED_A_CLASS = 10;

  private final FineTuned network;
  private final RunFolder folder;
  private final long seed;
  private final Console console;

  Explaining(FineTuned network, RunFolder folder, long seed, Console console) {
    this.network = network;
    this.folder = folder;
    this.seed = seed;
    this.console = console;
  }

  /**
   * Draws the figure of Imagenette's test photos, and compares the engines.
   *
   * @param test what the network was evaluated on
   */
  void run(List<PhotoFile> test) {
    network.known();
    Predictions predictions = predictions(test);
    try (Model pytorch = network.open(Engine.PYTORCH);
        Model tensorflow = network.open(Engine.TENSORFLOW);
        Model deeplearning4j = network.open(Engine.DEEPLEARNING4J)) {
      List<GradCam> engines = List.of(cam(pytorch), cam(tensorflow), cam(deeplearning4j));
      List<Choice> choices = Choices.of(test, logits(predictions), seed);
      ResultsFigure.of(engines.get(0), choices, console).write(folder.figure());
      console.say("Figure: %s", folder.figure());
      List<PhotoFile> shown =
          choices.stream().flatMap(choice -> choice.correct().stream()).toList();
      EnginesFigure.of(engines, shown.isEmpty() ? test.subList(0, 1) : shown, console)
          .write(folder.engines());
      console.say("Engines side by side: %s", folder.engines());
      HeatmapAgreement agreement =
          HeatmapAgreement.of(engines, Sample.perClass(test, COMPARED_A_CLASS, seed), console);
      if (!agreement.holds()) {
        throw new StudyException(
            String.format(
                Locale.ROOT,
                "The engines' heatmaps do not agree within %.0e: they differ by %.2e. The figures"
                    + " are written; do not trust them.",
                HeatmapAgreement.LIMIT,
                agreement.largest()));
      }
      console.say(
          "The engines' heatmaps agree within %.0e: they differ by %.2e at most.",
          HeatmapAgreement.LIMIT, agreement.largest());
    }
  }

  /**
   * Draws a figure of the user's own photos, of which nobody knows what is on them.
   *
   * @param photos files
   */
  void own(List<Path> photos) {
    network.known();
    try (Model model = network.open(Engine.PYTORCH)) {
      FreePhotosFigure.of(cam(model), photos, console).write(folder.ownFigure());
    }
    console.say("Figure: %s", folder.ownFigure());
  }

  private GradCam cam(Model model) {
    return Vgg16GradCam.of(model, LayerPath.find(model, network.layer()));
  }

  private Predictions predictions(List<PhotoFile> test) {
    WeightsDigest digest = WeightsDigest.of(folder.weights());
    try (PredictionLog log =
        PredictionLog.open(folder, Engine.PYTORCH.displayName(), digest, test)) {
      if (!log.missing().isEmpty()) {
        throw new StudyException(
            "The network has not looked at "
                + log.missing().size()
                + " of "
                + test.size()
                + " test photos. Run the step evaluate first.");
      }
      return log.predictions();
    }
  }

  private static Tensor logits(Predictions predictions) {
    return Tensor.stack(predictions.answers().stream().map(answer -> answer.logits()).toList());
  }
}
