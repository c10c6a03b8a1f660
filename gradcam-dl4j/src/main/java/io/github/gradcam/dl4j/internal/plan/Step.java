package io.github.gradcam.dl4j.internal.plan;

import io.github.gradcam.dl4j.internal.rule.SharedWeights;
import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One computation of a plan.
 *
 * @param owner the layer or vertex it belongs to, for messages
 * @param rule how it computes
 * @param inputs the values it takes: 0 is the network's input, and step {@code i} gives value
 *     {@code i + 1}
 * @param flowing how many of them, from the first, a cotangent goes back to; others only tell a
 *     shape
 */
public record Step(String owner, LayerRule rule, List<Integer> inputs, int flowing) {

  /**
   * What goes back of each of several cotangents; weights that the rule can share are read once.
   *
   * @param inputs the arrays that the step took
   * @param output the one it gave
   * @param cotangents each shaped as the output
   * @return for each, as the rule gives it
   */
  public List<List<INDArray>> backwards(
      List<INDArray> inputs, INDArray output, List<INDArray> cotangents) {
    return SharedWeights.through(rule, inputs, output, cotangents);
  }
}
