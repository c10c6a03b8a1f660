package io.github.gradcam.dl4j.internal.plan;

import io.github.gradcam.dl4j.internal.rule.RuleBook;
import io.github.gradcam.model.OutputChoice;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Plans of networks whose layers follow one another. */
public final class NetworkPlan {

  private NetworkPlan() {}

  /**
   * A network's plan.
   *
   * @param network the network, initialised; only its configuration and its parameters are read
   * @param book the rules
   * @param output which output is meant; there is one
   * @param told what the file says of the input, if it does
   * @return the plan
   * @throws PlanException if there is none
   */
  public static Plan of(
      MultiLayerNetwork network, RuleBook book, OutputChoice output, Optional<InputType> told) {
    if (output instanceof OutputChoice.Named named) {
      throw new PlanException(
          "has one output, which has no name, but \"" + named.name() + "\" is asked for");
    } else if (output instanceof OutputChoice.AtIndex index && index.index() > 0) {
      throw new PlanException("has one output, but number " + index.index() + " is asked for");
    }
    Planner planner = new Planner(book);
    PlanDraft draft = new PlanDraft(InputFinder.of(network, told));
    int value = 0;
    for (int i = 0; i < network.getnLayers(); i++) {
      Layer outer = network.getLayerWiseConfigurations().getConf(i).getLayer();
      Layer layer = Frozen.thawed(outer);
      String name = layer.getLayerName() == null ? outer.getLayerName() : layer.getLayerName();
      InputPreProcessor preprocessor = network.getLayerWiseConfigurations().getInputPreProcess(i);
      String path = name == null ? Integer.toString(i) : name;
      value =
          draft.layer(
              path,
              layer.getClass().getSimpleName(),
              planner.rules(
                  path,
                  i == 0 ? draft.beforeImage(preprocessor) : preprocessor,
                  layer,
                  network.getLayer(i).paramTable()),
              List.of(value));
    }
    return draft.finished(value);
  }
}
