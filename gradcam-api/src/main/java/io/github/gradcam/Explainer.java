package io.github.gradcam;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.image.Prepared;
import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.method.CamMethod;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.target.Score;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The straight line: photos, batch, pass, maps, heatmaps. */
final class Explainer implements GradCam {

  private final Model model;
  private final List<String> layers;
  private final Layout layout;
  private final CamMethod method;
  private final MapScaling scaling;
  private final Preprocessing preprocessing;
  private final List<String> labels;
  private final Map<Shape, LayerHook> hooks = new ConcurrentHashMap<>();

  Explainer(Builder builder) {
    this.model = builder.model;
    this.layers = builder.layers;
    this.layout = builder.layout;
    this.method = builder.method;
    this.scaling = new MapScaling(builder.normalization, builder.fusion);
    this.preprocessing = builder.preprocessing;
    this.labels = builder.labels;
  }

  @Override
  public List<List<Explanation>> explain(List<BufferedImage> photos, List<Target> targets) {
    checkCounts(photos.size(), targets.size(), "photos");
    List<Prepared> prepared = photos.stream().map(preprocessing::prepare).toList();
    Tensor batch = Tensor.stack(prepared.stream().map(Prepared::input).toList());
    List<Optional<Photo>> originals = new ArrayList<>();
    for (int i = 0; i < photos.size(); i++) {
      originals.add(Optional.of(new Photo(photos.get(i), prepared.get(i).placement())));
    }
    return explain(batch, originals, targets, preprocessing.name());
  }

  @Override
  public List<List<Explanation>> explain(Tensor batch, List<Target> targets) {
    if (batch.shape().rank() < 3 || batch.shape().rank() > 5) {
      throw new InvalidInputException(
          "A batch is [N, C, H, W], with one to three spatial axes, but "
              + batch.shape()
              + " was given.");
    }
    checkCounts(batch.shape().length(0), targets.size(), "items in the batch");
    return explain(
        batch, targets.stream().map(target -> Optional.<Photo>empty()).toList(), targets, "none");
  }

  private static void checkCounts(int inputs, int targets, String what) {
    if (inputs == 0) {
      throw new InvalidInputException("There are no " + what + " to explain: give at least one.");
    }
    if (inputs != targets) {
      throw new InvalidInputException(
          "There are "
              + inputs
              + " "
              + what
              + ", but "
              + targets
              + " targets: give one target for each.");
    }
  }

  private List<List<Explanation>> explain(
      Tensor batch, List<Optional<Photo>> photos, List<Target> targets, String preprocessingName) {
    LayerHook hook = hooks.computeIfAbsent(batch.shape().item(), this::hook);
    Shape space = batch.shape().item().item();
    try (Pass pass = new Pass(model, hook, batch, layout)) {
      Provenance provenance =
          new Provenance(
              model.info(),
              hook.layers(),
              layers.isEmpty(),
              method.name(),
              scaling.normalization(),
              scaling.fusion(),
              preprocessingName,
              pass.computation());
      List<List<Score>> scores = new ArrayList<>();
      List<List<Prediction>> predictions = new ArrayList<>();
      List<List<Explanation>> explanations = new ArrayList<>();
      for (int i = 0; i < targets.size(); i++) {
        Tensor output = pass.output(i);
        scores.add(targets.get(i).scores(output, checkedLabels(output)));
        predictions.add(Predictions.of(output, model.outputKind(), labels));
        explanations.add(new ArrayList<>());
      }
      Rounds rounds = rounds(pass, scores);
      for (int k = 0; k < rounds.count(); k++) {
        Round round = rounds.round(k);
        for (int i = 0; i < targets.size(); i++) {
          if (k < scores.get(i).size()) {
            Score score = scores.get(i).get(k);
            explanations
                .get(i)
                .add(
                    new Explanation(
                        heatmap(round, i, space, photos.get(i)),
                        score,
                        score.of(pass.output(i)),
                        model.outputKind(),
                        predictions.get(i),
                        provenance));
          }
        }
      }
      return explanations.stream().map(List::copyOf).toList();
    }
  }

  /** One backward pass serves a round's score of every image. */
  private static Rounds rounds(Pass pass, List<List<Score>> scores) {
    int count = scores.stream().mapToInt(List::size).max().orElse(0);
    return new Rounds(pass, IntStream.range(0, count).mapToObj(k -> nth(scores, k)).toList());
  }

  private static List<Optional<Score>> nth(List<List<Score>> scores, int round) {
    return scores.stream()
        .map(each -> round < each.size() ? Optional.of(each.get(round)) : Optional.<Score>empty())
        .toList();
  }

  private Heatmap heatmap(Round round, int image, Shape space, Optional<Photo> photo) {
    List<Tensor> raw = new ArrayList<>();
    for (String layer : round.layers()) {
      raw.add(Finite.checked(layer, "map", method.map(round.evidence(image, layer))));
    }
    return scaling.heatmap(raw, space, photo);
  }

  private List<String> checkedLabels(Tensor output) {
    boolean classes = output.shape().rank() == 1 || output.shape().rank() == 3;
    if (classes && !labels.isEmpty() && labels.size() != output.shape().length(0)) {
      throw new InvalidInputException(
          "There are "
              + labels.size()
              + " labels, but the network has "
              + output.shape().length(0)
              + " classes: give one label for each.");
    }
    return labels;
  }

  private LayerHook hook(Shape input) {
    return model.hook(layers.isEmpty() ? List.of(DefaultLayer.of(model, layout, input)) : layers);
  }
}
