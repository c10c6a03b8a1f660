package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.dl4j.internal.plan.GraphPlan;
import io.github.gradcam.dl4j.internal.plan.NetworkPlan;
import io.github.gradcam.dl4j.internal.plan.Plan;
import io.github.gradcam.dl4j.internal.rule.RuleBook;
import io.github.gradcam.dl4j.rule.LayerRules;
import io.github.gradcam.model.OutputChoice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What Deeplearning4j itself makes of a network, and gradcam's plan of it. */
sealed interface Library {

  Plan plan();

  /** What Deeplearning4j gives for a layer or vertex. */
  INDArray activations(String path, INDArray input);

  INDArray parameters();

  /** The same network in single precision. */
  Library single();

  static Library of(Model network) {
    return network instanceof ComputationGraph graph
        ? new Graph(graph)
        : new Sequence((MultiLayerNetwork) network);
  }

  /** Of layers that follow one another. */
  record Sequence(MultiLayerNetwork network) implements Library {

    @Override
    public Plan plan() {
      return NetworkPlan.of(
          network, new RuleBook(LayerRules.none()), new OutputChoice.Automatic(), Optional.empty());
    }

    @Override
    public INDArray activations(String path, INDArray input) {
      // From the start for each: a layer may write over what came before it.
      List<INDArray> values =
          network.feedForwardToLayer(network.getLayerNames().indexOf(path), input.dup('c'), false);
      return values.get(values.size() - 1);
    }

    @Override
    public INDArray parameters() {
      return network.params();
    }

    @Override
    public Library single() {
      return new Sequence(network.convertDataType(DataType.FLOAT));
    }
  }

  /** Of a graph. */
  record Graph(ComputationGraph graph) implements Library {

    @Override
    public Plan plan() {
      return GraphPlan.of(
          graph, new RuleBook(LayerRules.none()), new OutputChoice.Automatic(), Optional.empty());
    }

    @Override
    public INDArray activations(String path, INDArray input) {
      INDArray[] inputs = {input.dup('c')};
      if (!graph.getVertex(path).hasLayer()) {
        return graph.feedForward(inputs, false).get(path);
      }
      // Not to the end: a layer may write over what came before it.
      int layer = Arrays.asList(graph.getLayers()).indexOf(graph.getLayer(path));
      return graph.feedForward(inputs, layer, false).get(path);
    }

    @Override
    public INDArray parameters() {
      return graph.params();
    }

    @Override
    public Library single() {
      return new Graph(graph.convertDataType(DataType.FLOAT));
    }
  }
}
