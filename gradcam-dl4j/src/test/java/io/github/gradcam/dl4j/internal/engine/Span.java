package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.dl4j.internal.plan.Place;
import io.github.gradcam.dl4j.internal.plan.Plan;
import io.github.gradcam.dl4j.internal.plan.Step;
import io.github.gradcam.model.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps of one layer or vertex, what stands before it and its function included.
 *
 * @param path its address
 * @param type its class
 * @param inputs the values that flow in
 * @param output the value that comes out, a softmax included
 */
record Span(String path, String type, List<Integer> inputs, int output) {

  static List<Span> of(Plan plan) {
    Map<String, List<Integer>> owners = new LinkedHashMap<>();
    for (int i = 0; i < plan.steps().size(); i++) {
      owners.computeIfAbsent(plan.steps().get(i).owner(), owner -> new ArrayList<>()).add(i);
    }
    return owners.entrySet().stream().map(e -> of(plan, e.getKey(), e.getValue())).toList();
  }

  private static Span of(Plan plan, String path, List<Integer> steps) {
    Step first = plan.steps().get(steps.get(0));
    String type =
        plan.find(path + Layer.INPUT).or(() -> plan.find(path)).map(Place::kind).orElseThrow();
    return new Span(
        path, type, first.inputs().stream().distinct().toList(), steps.get(steps.size() - 1) + 1);
  }
}
