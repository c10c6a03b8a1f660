package io.github.gradcam.dl4j.internal.plan;

import io.github.gradcam.dl4j.internal.rule.RuleBook;
import io.github.gradcam.dl4j.internal.rule.UnknownTypeException;
import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Looks up the rules of one layer after the other.
 *
 * @param book where they stand
 */
record Planner(RuleBook book) {

  List<LayerRule> rules(
      String path,
      @Nullable InputPreProcessor preprocessor,
      Layer layer,
      Map<String, INDArray> parameters) {
    try {
      List<LayerRule> rules = new ArrayList<>();
      if (preprocessor != null) {
        rules.addAll(book.preprocessor(preprocessor));
      }
      rules.addAll(book.layer(layer, parameters));
      return rules;
    } catch (UnknownTypeException unknown) {
      throw refused(path, unknown);
    }
  }

  static PlanException refused(String path, UnknownTypeException unknown) {
    return new PlanException(
        "cannot be explained: nothing is known of the gradient of \""
            + path
            + "\", of type "
            + unknown.getMessage()
            + ". Write a LayerRule for this type and give it with LayerRules",
        unknown);
  }
}
