package io.github.gradcam.dl4j;

import io.github.gradcam.dl4j.internal.engine.Devices;
import io.github.gradcam.dl4j.internal.engine.Dl4jModel;
import io.github.gradcam.dl4j.internal.plan.GraphPlan;
import io.github.gradcam.dl4j.internal.plan.NetworkPlan;
import io.github.gradcam.dl4j.internal.plan.Plan;
import io.github.gradcam.dl4j.internal.plan.PlanException;
import io.github.gradcam.dl4j.internal.rule.RuleBook;
import io.github.gradcam.dl4j.rule.LayerRules;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelInfo;
import io.github.gradcam.model.ModelOptions;
import java.util.function.Supplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The way from what an application holds to a model. */
final class InMemory {

  private InMemory() {}

  static Model of(MultiLayerNetwork network, LayerRules rules, ModelOptions options) {
    Devices.require(options.device());
    return named(
        "The network",
        () -> {
          MultiLayerNetwork copy =
              new MultiLayerNetwork(network.getLayerWiseConfigurations().clone());
          copy.init(copied(network.params()), false);
          return model(
              copy, rules, info("network", "MultiLayerNetwork in memory", options), options);
        });
  }

  static Model of(ComputationGraph graph, LayerRules rules, ModelOptions options) {
    Devices.require(options.device());
    return named(
        "The graph",
        () -> {
          ComputationGraph copy = new ComputationGraph(graph.getConfiguration().clone());
          copy.init(copied(graph.params()), false);
          return model(copy, rules, info("graph", "ComputationGraph in memory", options), options);
        });
  }

  static Model model(
      MultiLayerNetwork network, LayerRules rules, ModelInfo info, ModelOptions options) {
    Plan plan = NetworkPlan.of(network, new RuleBook(rules), options.output());
    return model(plan, network.params(), info, options);
  }

  static Model model(
      ComputationGraph graph, LayerRules rules, ModelInfo info, ModelOptions options) {
    Plan plan = GraphPlan.of(graph, new RuleBook(rules), options.output());
    return model(plan, graph.params(), info, options);
  }

  private static Model model(Plan plan, INDArray parameters, ModelInfo info, ModelOptions options) {
    return new Dl4jModel(
        plan, parameters.dataType(), parameters::close, info, options.inputShape());
  }

  /** Outside whatever workspace the application has open. */
  private static INDArray copied(INDArray parameters) {
    try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      return parameters.dup();
    }
  }

  private static <T> T named(String source, Supplier<T> work) {
    try {
      return work.get();
    } catch (PlanException unfit) {
      throw new ModelOpenException(source + " " + unfit.getMessage() + ".", unfit);
    }
  }

  private static ModelInfo info(String name, String format, ModelOptions options) {
    return new ModelInfo(name, format, "dl4j", Devices.runtime(), options.device());
  }
}
