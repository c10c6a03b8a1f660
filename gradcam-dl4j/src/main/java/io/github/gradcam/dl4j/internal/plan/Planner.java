package io.github.gradcam.dl4j.internal.plan;

import io.github.gradcam.dl4j.internal.rule.OwnRuleException;
import io.github.gradcam.dl4j.internal.rule.RuleBook;
import io.github.gradcam.dl4j.internal.rule.UnknownTypeException;
import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
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
    return known(
        path,
        layer.getClass(),
        () -> {
          List<LayerRule> rules = new ArrayList<>();
          if (preprocessor != null) {
            rules.addAll(book.preprocessor(preprocessor));
          }
          rules.addAll(book.layer(layer, parameters));
          return rules;
        });
  }

  List<LayerRule> rules(String path, GraphVertex vertex) {
    return known(path, vertex.getClass(), () -> book.vertex(vertex));
  }

  private static List<LayerRule> known(
      String path, Class<?> type, Supplier<List<LayerRule>> rules) {
    try {
      return rules.get();
    } catch (UnknownTypeException unknown) {
      throw new PlanException(
          "cannot be explained: nothing is known of the gradient of \""
              + path
              + "\", of type "
              + unknown.getMessage()
              + ". "
              + unknown.cure(),
          unknown);
    } catch (OwnRuleException failed) {
      throw new PlanException(
          "cannot be explained: the LayerRule that was given for \""
              + path
              + "\", of type "
              + type.getName()
              + ", could not be made: "
              + line(failed),
          failed);
    } catch (RuntimeException unfit) {
      // Settings that Deeplearning4j lets pass: nothing at all, too few numbers, negative ones.
      throw new PlanException(
          "cannot be explained: the settings or weights of \""
              + path
              + "\", of type "
              + type.getName()
              + ", make no sense: "
              + line(unfit)
              + ". Save the network again",
          unfit);
    }
  }

  private static String line(RuntimeException unfit) {
    String message = String.valueOf(unfit.getMessage());
    return message.lines().findFirst().orElse(message).strip().replaceFirst("\\.$", "");
  }
}
