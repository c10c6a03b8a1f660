package io.github.gradcam.examples.vgg16;

import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.console.Progress;
import io.github.gradcam.examples.vgg16.data.Ahead;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.examples.vgg16.data.Photos;
import io.github.gradcam.examples.vgg16.evaluation.AccuracyTable;
import io.github.gradcam.examples.vgg16.evaluation.Answer;
import io.github.gradcam.examples.vgg16.evaluation.Evaluation;
import io.github.gradcam.examples.vgg16.evaluation.EvaluationReport;
import io.github.gradcam.examples.vgg16.evaluation.PredictionLog;
import io.github.gradcam.examples.vgg16.evaluation.Predictions;
import io.github.gradcam.examples.vgg16.evaluation.ShownMistake;
import io.github.gradcam.examples.vgg16.evaluation.TrainingAccuracy;
import io.github.gradcam.examples.vgg16.evaluation.WeightsDigest;
import io.github.gradcam.examples.vgg16.explanation.MistakePictures;
import io.github.gradcam.examples.vgg16.explanation.Vgg16GradCam;
import io.github.gradcam.examples.vgg16.export.Engine;
import io.github.gradcam.examples.vgg16.export.LayerPath;
import io.github.gradcam.examples.vgg16.network.Vgg16;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The step that looks at the test photos, through each engine, and writes the report. */
final class Evaluating {

  private static final int BATCH = 8;

  private final FineTuned network;
  private final RunFolder folder;
  private final Console console;

  Evaluating(FineTuned network, RunFolder folder, Console console) {
    this.network = network;
    this.folder = folder;
    this.console = console;
  }

  void run(List<PhotoFile> test) {
    TrainedNetwork trained = network.known();
    requireLayer();
    Map<String, String> facts = new LinkedHashMap<>(trained.settings());
    WeightsDigest digest = WeightsDigest.of(folder.weights());
    List<Predictions> engines = new ArrayList<>();
    for (Engine engine : Engine.values()) {
      engines.add(predictions(engine, digest, test, facts));
    }
    Evaluation evaluation =
        Evaluation.of(
            new TrainingAccuracy(trained.outcome().training(), trained.outcome().validation()),
            engines);
    AccuracyTable.of(evaluation).forEach(line -> console.say("%s", line));
    PeakMemory.bytes()
        .ifPresent(
            bytes -> facts.put("peak memory", String.format(Locale.ROOT, "%.1f GB", bytes / 1e9)));
    EvaluationReport.write(folder, evaluation, mistakes(evaluation), facts);
    console.say("Report: %s", folder.report());
  }

  /** The mistakes are explained last: what is unknown is said before all photos were looked at. */
  private void requireLayer() {
    try (Model model = network.open(Engine.PYTORCH)) {
      LayerPath.find(model, network.layer());
    }
  }

  private Predictions predictions(
      Engine engine, WeightsDigest digest, List<PhotoFile> test, Map<String, String> facts) {
    facts.put(engine.displayName(), engine.version());
    try (PredictionLog log = PredictionLog.open(folder, engine.displayName(), digest, test)) {
      List<PhotoFile> missing = log.missing();
      if (missing.isEmpty()) {
        return log.predictions();
      }
      long began = System.nanoTime();
      int batches = (missing.size() + BATCH - 1) / BATCH;
      try (Model model = network.open(engine);
          Progress progress =
              console.progress("Test, " + engine.displayName(), "photos", test.size());
          Ahead<Tensor> inputs = new Ahead<>(batches, 4, batch -> inputs(slice(missing, batch)))) {
        progress.resume(test.size() - missing.size());
        for (int batch = 0; inputs.hasNext(); batch++) {
          List<PhotoFile> photos = slice(missing, batch);
          log.append(photos, model.forward(inputs.next()));
          progress.advance(photos.size());
        }
      }
      facts.put(
          engine.displayName() + ", a photo",
          String.format(Locale.ROOT, "%.3f s", (System.nanoTime() - began) / 1e9 / missing.size()));
      return log.predictions();
    }
  }

  private List<ShownMistake> mistakes(Evaluation evaluation) {
    List<Answer> mistakes = evaluation.mistakes();
    if (mistakes.isEmpty()) {
      return List.of();
    }
    try (Model model = network.open(Engine.PYTORCH)) {
      Map<PhotoFile, BufferedImage> overlays =
          MistakePictures.of(
              Vgg16GradCam.of(model, LayerPath.find(model, network.layer())),
              mistakes.stream().map(Answer::photo).toList(),
              console);
      return mistakes.stream()
          .map(
              answer ->
                  new ShownMistake(
                      answer, Photos.read(answer.photo()), overlay(overlays, answer.photo())))
          .toList();
    }
  }

  private static BufferedImage overlay(Map<PhotoFile, BufferedImage> overlays, PhotoFile photo) {
    BufferedImage overlay = overlays.get(photo);
    if (overlay == null) {
      throw new IllegalStateException(photo.name() + " was not explained.");
    }
    return overlay;
  }

  private static Tensor inputs(List<PhotoFile> photos) {
    return Tensor.stack(
        photos.stream()
            .map(photo -> Vgg16.PREPROCESSING.prepare(Photos.read(photo)).input())
            .toList());
  }

  private static List<PhotoFile> slice(List<PhotoFile> photos, int batch) {
    return photos.subList(batch * BATCH, Math.min(photos.size(), (batch + 1) * BATCH));
  }
}
