package io.github.gradcam.dl4j.internal.plan;

import io.github.gradcam.dl4j.internal.rule.RuleBook;
import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.model.OutputChoice;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Plans of networks that are graphs. */
public final class GraphPlan {

  private static final Set<String> USUAL = Set.of("logits", "out");

  private final ComputationGraph graph;
  private final ComputationGraphConfiguration configuration;
  private final RuleBook book;

  private GraphPlan(ComputationGraph graph, RuleBook book) {
    this.graph = graph;
    this.configuration = graph.getConfiguration();
    this.book = book;
  }

  /**
   * A graph's plan: of the part on which the output depends.
   *
   * @param graph the network, initialised; only its configuration and its parameters are read
   * @param book the rules
   * @param choice which output is meant
   * @param told what the file says of the input, if it does
   * @return the plan
   * @throws PlanException if there is none
   */
  public static Plan of(
      ComputationGraph graph, RuleBook book, OutputChoice choice, Optional<InputType> told) {
    return new GraphPlan(graph, book).plan(choice, told);
  }

  private Plan plan(OutputChoice choice, Optional<InputType> told) {
    String output = output(choice, configuration.getNetworkOutputs());
    Set<String> needed = above(output);
    List<String> inputs =
        configuration.getNetworkInputs().stream().filter(needed::contains).toList();
    if (inputs.size() != 1) {
      throw new PlanException(
          inputs.isEmpty()
              ? "gives an output that depends on no input. Choose another output"
              : "computes its output \""
                  + output
                  + "\" from several inputs: "
                  + String.join(", ", inputs)
                  + ". A network is explained that takes images alone. Choose an output that"
                  + " depends on these alone");
    }
    PlanDraft draft = new PlanDraft(InputFinder.of(graph, inputs.get(0), told));
    Map<String, Integer> values = new HashMap<>();
    values.put(inputs.get(0), 0);
    for (int index : graph.topologicalSortOrder()) {
      String name = graph.getVertices()[index].getVertexName();
      if (needed.contains(name) && !values.containsKey(name)) {
        List<Integer> flowing =
            configuration.getVertexInputs().getOrDefault(name, List.of()).stream()
                .map(input -> value(values, input))
                .toList();
        values.put(name, vertex(draft, name, flowing));
      }
    }
    return draft.finished(value(values, output));
  }

  private static int value(Map<String, Integer> values, String name) {
    Integer value = values.get(name);
    if (value == null) {
      throw new PlanException("is no graph: \"" + name + "\" stands behind what it feeds");
    }
    return value;
  }

  private int vertex(PlanDraft draft, String name, List<Integer> flowing) {
    GraphVertex vertex =
        Frozen.thawed(Objects.requireNonNull(configuration.getVertices().get(name)));
    if (vertex instanceof LayerVertex holder) {
      Layer layer = Frozen.thawed(holder.getLayerConf().getLayer());
      List<LayerRule> rules =
          new Planner(book)
              .rules(
                  name,
                  flowing.contains(0)
                      ? draft.beforeImage(holder.getPreProcessor())
                      : holder.getPreProcessor(),
                  layer,
                  graph.getLayer(name).paramTable());
      return draft.layer(name, layer.getClass().getSimpleName(), rules, flowing);
    }
    return draft.layer(
        name, vertex.getClass().getSimpleName(), new Planner(book).rules(name, vertex), flowing);
  }

  private Set<String> above(String output) {
    Set<String> needed = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(output));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (needed.add(name)) {
        open.addAll(configuration.getVertexInputs().getOrDefault(name, List.of()));
      }
    }
    return needed;
  }

  private static String output(OutputChoice choice, List<String> outputs) {
    String listed = String.join(", ", outputs);
    if (choice instanceof OutputChoice.Named named) {
      if (!outputs.contains(named.name())) {
        throw new PlanException("has no output \"" + named.name() + "\". It has: " + listed);
      }
      return named.name();
    }
    if (choice instanceof OutputChoice.AtIndex index) {
      if (index.index() >= outputs.size()) {
        throw new PlanException("has no output number " + index.index() + ". It has: " + listed);
      }
      return outputs.get(index.index());
    }
    return outputs.stream().filter(USUAL::contains).findFirst().orElse(outputs.get(0));
  }
}
