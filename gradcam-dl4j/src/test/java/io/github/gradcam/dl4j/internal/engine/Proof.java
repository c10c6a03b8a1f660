package io.github.gradcam.dl4j.internal.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a way back is from central differences.
 *
 * @param path of the layer to which it leads
 * @param type of the layer across which it leads, or empty if it leads through the whole network
 * @param error relatively
 */
record Proof(String path, String type, double error) {

  /** What is asked for. */
  static final double BOUND = 1e-8;

  /** Across each layer, and from the output to each layer and to the input. */
  static List<Proof> of(Trial trial) {
    List<Proof> proofs = new ArrayList<>();
    int output = trial.plan().output();
    for (Span layer : Span.of(trial.plan())) {
      for (int input : layer.inputs()) {
        double error = Differences.error(trial, input, layer.output());
        proofs.add(new Proof(layer.path(), layer.type(), error));
      }
      if (layer.output() < output) {
        proofs.add(new Proof(layer.path(), "", Differences.error(trial, layer.output(), output)));
      }
    }
    proofs.add(new Proof("the input", "", Differences.error(trial, 0, output)));
    return proofs;
  }
}
