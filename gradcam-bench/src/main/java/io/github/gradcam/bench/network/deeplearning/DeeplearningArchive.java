package io.github.gradcam.bench.network.deeplearning;

import io.github.gradcam.bench.network.architecture.Network;
import io.github.gradcam.bench.network.architecture.Operation;
import io.github.gradcam.bench.network.architecture.Operation.Bias;
import io.github.gradcam.bench.network.architecture.Step;
import io.github.gradcam.bench.network.weights.Weights;
import io.github.gradcam.file.WholeFile;
import java.nio.file.Path;
import java.util.Arrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network as Deeplearning4j saves networks: a {@link ComputationGraph} that takes {@code [N, 3,
 * side, side]} and gives logits, with a layer or vertex a step.
 */
public final class DeeplearningArchive {

  /** Depthwise: {@code [channels, 1, side, side]} to {@code [side, side, channels, 1]}. */
  private static final int[] DEPTHWISE = {2, 3, 0, 1};

  private final Weights weights;
  private final ComputationGraph graph;

  private DeeplearningArchive(Weights weights, ComputationGraph graph) {
    this.weights = weights;
    this.graph = graph;
  }

  /**
   * Writes a network.
   *
   * @param network the network
   * @param weights its numbers
   * @param zip where it will lie, whole or not at all, in an existing folder
   * @throws io.github.gradcam.error.WriteException if the file cannot be written
   */
  public static void write(Network network, Weights weights, Path zip) {
    ComputationGraph graph = new ComputationGraph(Configuration.of(network));
    try {
      graph.init();
      DeeplearningArchive archive = new DeeplearningArchive(weights, graph);
      network.steps().forEach(archive::assign);
      WholeFile.write(zip, out -> ModelSerializer.writeModel(graph, out, false));
    } finally {
      graph.close();
    }
  }

  private void assign(Step step) {
    if (step.operation() instanceof Operation.Convolution convolution) {
      INDArray weight = array(step.path() + ".weight");
      set(step, "W", convolution.isDepthwise() ? weight.permute(DEPTHWISE) : weight);
      if (convolution.bias() == Bias.ADDED) {
        set(step, "b", row(step.path() + ".bias"));
      }
    } else if (step.operation() instanceof Operation.BatchNorm) {
      set(step, "gamma", row(step.path() + ".weight"));
      set(step, "beta", row(step.path() + ".bias"));
      set(step, "mean", row(step.path() + ".running_mean"));
      set(step, "var", row(step.path() + ".running_var"));
    } else if (step.operation() instanceof Operation.Linear) {
      // Deeplearning4j has a dense layer's inputs before its outputs.
      set(step, "W", array(step.path() + ".weight").transpose());
      set(step, "b", row(step.path() + ".bias"));
    }
  }

  private void set(Step step, String parameter, INDArray value) {
    graph.getLayer(step.name()).getParam(parameter).assign(value);
  }

  private INDArray array(String name) {
    long[] shape = Arrays.stream(weights.shape(name).toArray()).asLongStream().toArray();
    return Nd4j.create(weights.values(name), shape, 'c');
  }

  private INDArray row(String name) {
    float[] values = weights.values(name);
    return Nd4j.create(values, new long[] {1, values.length}, 'c');
  }
}
