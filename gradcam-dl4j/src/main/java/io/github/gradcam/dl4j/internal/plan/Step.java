package io.github.gradcam.dl4j.internal.plan;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;

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
public record Step(String owner, LayerRule rule, List<Integer> inputs, int flowing) {}
