package io.github.gradcam.dl4j.internal.source;

import java.util.Optional;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** A network with its weights, as Deeplearning4j holds it. */
public sealed interface Network {

  /** What goes in, where the file says so. */
  Optional<InputType> input();

  /**
   * One layer after the other.
   *
   * @param network the network, initialised
   * @param input what goes in, where the file says so
   */
  record Layers(MultiLayerNetwork network, Optional<InputType> input) implements Network {}

  /**
   * Layers that branch and join.
   *
   * @param network the network, initialised
   * @param input what goes in, where the file says so
   */
  record Graph(ComputationGraph network, Optional<InputType> input) implements Network {}
}
