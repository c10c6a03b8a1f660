package io.github.gradcam.examples.vgg16.evaluation;

import io.github.gradcam.examples.vgg16.data.ImagenetteClass;
import java.util.ArrayList;
import java.util.List;

/**
 * How good the network is, through each engine. What is told of one engine alone, such as the
 * confusion matrix, is told of the first.
 *
 * @param labels of the classes
 * @param training how good it is on the photos that it was made with
 * @param engines what each engine says of the same test photos
 */
public record Evaluation(
    List<String> labels, TrainingAccuracy training, List<Predictions> engines) {

  private static final int SHOWN_MISTAKES = 20;

  /**
   * Checks that there is something to evaluate.
   *
   * @throws PredictionsException if no engine looked at a photo, or there are not as many scores as
   *     labels
   */
  public Evaluation {
    labels = List.copyOf(labels);
    engines = List.copyOf(engines);
    if (engines.isEmpty() || engines.get(0).answers().isEmpty()) {
      throw new PredictionsException("There are no predictions to evaluate: no photos were given.");
    }
    for (Predictions predictions : engines) {
      for (Answer answer : predictions.answers()) {
        if (answer.classes() != labels.size()) {
          throw new PredictionsException(
              predictions.engine()
                  + " gave "
                  + answer.classes()
                  + " scores for "
                  + answer.photo().name()
                  + ", but there are "
                  + labels.size()
                  + " classes.");
        }
      }
    }
  }

  /**
   * Evaluates on Imagenette.
   *
   * @param training how good the network is on the photos that it was made with
   * @param engines what each engine says of the same test photos, in the same order
   * @return the evaluation
   * @throws PredictionsException if there are no predictions, or they are not of ten classes
   */
  public static Evaluation of(TrainingAccuracy training, List<Predictions> engines) {
    return new Evaluation(ImagenetteClass.labels(), training, engines);
  }

  /** The most confident mistakes, at most twenty, the most confident first. */
  public List<Answer> mistakes() {
    return first().mistakes().stream().limit(SHOWN_MISTAKES).toList();
  }

  /** How often the network is right about the test photos. */
  public Accuracy test() {
    return first().accuracy();
  }

  /**
   * Whether all engines say the same of all photos but those where the two highest scores all but
   * tie.
   *
   * @throws PredictionsException if they did not look at the same photos in the same order
   */
  public boolean enginesAgree() {
    return agreements().stream().allMatch(Agreement::agrees);
  }

  Predictions first() {
    return engines.get(0);
  }

  List<EngineScores> scores() {
    return engines.stream().map(EngineScores::of).toList();
  }

  /** Of every two engines. */
  List<Agreement> agreements() {
    List<Agreement> agreements = new ArrayList<>();
    for (int i = 0; i < engines.size(); i++) {
      for (int j = i + 1; j < engines.size(); j++) {
        agreements.add(Agreement.of(engines.get(i), engines.get(j)));
      }
    }
    return agreements;
  }

  ConfusionMatrix confusion() {
    return ConfusionMatrix.of(first(), labels);
  }

  Calibration calibration() {
    return Calibration.of(first());
  }

  String label(int index) {
    return labels.get(index);
  }
}
