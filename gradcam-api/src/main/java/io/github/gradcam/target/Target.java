package io.github.gradcam.target;

import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What of a network's output shall be explained, for one image.
 *
 * <p>Every score here is linear in the output, {@code s = ⟨v, output⟩}, and {@code v} is the
 * cotangent that a backend carries back to a layer. Targets are immutable and safe for any number
 * of threads.
 */
public sealed interface Target
    permits ClassIndex,
        ClassLabel,
        Counterfactual,
        Custom,
        Difference,
        Pixels,
        Predicted,
        Several,
        Top,
        WeightedSum {

  /**
   * The scores this target means for one image's output.
   *
   * @param output the network's output for one image: {@code [classes]}, {@code [classes, H, W]}
   *     for a segmentation, or whatever it returns
   * @param labels the classes' names by index; may be empty
   * @return one score or several, in order
   * @throws io.github.gradcam.error.InvalidTargetException if the output has no such thing
   */
  List<Score> scores(Tensor output, List<String> labels);

  /**
   * A class by its index.
   *
   * @param index from 0
   * @return the target
   */
  static Target ofClass(int index) {
    return new ClassIndex(index);
  }

  /**
   * A class by its name; the labels must have been given.
   *
   * @param label exactly as it stands in the labels
   * @return the target
   */
  static Target ofClass(String label) {
    return new ClassLabel(label);
  }

  /** The class with the highest score. */
  static Target predicted() {
    return new Predicted();
  }

  /**
   * Each of the classes with the highest scores, best first: several explanations of one image from
   * one forward pass.
   *
   * @param k how many; all classes if there are fewer
   * @return the target
   * @throws io.github.gradcam.error.InvalidTargetException if {@code k} is less than 1
   */
  static Target top(int k) {
    return new Top(k);
  }

  /**
   * Each of the targets, in order, from one forward pass.
   *
   * @param targets at least one
   * @return the target
   * @throws io.github.gradcam.error.InvalidTargetException if there are none
   */
  static Target each(Target... targets) {
    return new Several(List.of(targets));
  }

  /**
   * A weighted sum of class scores.
   *
   * @param weights by class index; at least one
   * @return the target
   * @throws io.github.gradcam.error.InvalidTargetException if there are none or one is not finite
   */
  static Target weightedSum(Map<Integer, Double> weights) {
    return new WeightedSum(weights);
  }

  /**
   * What speaks for one target rather than another: the difference of their scores.
   *
   * @param of must mean exactly one score
   * @param from must mean exactly one score
   * @return the target
   */
  static Target difference(Target of, Target from) {
    return new Difference(of, from);
  }

  /**
   * What speaks against a target: its score with the sign turned (Selvaraju et al. 2017, <a
   * href="https://arxiv.org/abs/1610.02391">arXiv 1610.02391</a>, section 3.3).
   *
   * @param target must mean exactly one score
   * @return the target
   */
  static Target counterfactual(Target target) {
    return new Counterfactual(target);
  }

  /**
   * A class in a segmentation output {@code [classes, H, W]}: the sum of its scores over the pixels
   * where it has the highest score.
   *
   * @param classIndex from 0
   * @return the target; it fails where the class is predicted nowhere
   */
  static Target pixels(int classIndex) {
    return new Pixels(classIndex, null);
  }

  /**
   * A class in a segmentation output {@code [classes, H, W]}: the sum of its scores, weighted by a
   * mask.
   *
   * @param classIndex from 0
   * @param mask {@code [H, W]}, 1 where a pixel counts and 0 where not
   * @return the target
   */
  static Target pixels(int classIndex, Tensor mask) {
    return new Pixels(classIndex, mask);
  }

  /**
   * A score of the user's own, given by its gradient.
   *
   * @param description what it is, for reports
   * @param cotangent from one image's output to the score's gradient with respect to it, of the
   *     same shape; must be safe for any number of threads
   * @return the target
   */
  static Target custom(String description, UnaryOperator<Tensor> cotangent) {
    return new Custom(description, cotangent);
  }
}
