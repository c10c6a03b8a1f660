package io.github.gradcam.dl4j.internal.plan;

import static java.util.stream.Collectors.joining;

import io.github.gradcam.dl4j.rule.Layout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Finds out what a network takes. Configurations do not say it. The first layers do, as far as
 * channels go, and the grid that is made a row of says how large an image can be.
 */
final class InputFinder {

  private final List<Node> nodes;
  private final String input;

  private InputFinder(List<Node> nodes, String input) {
    this.nodes = nodes;
    this.input = input;
  }

  /**
   * What a network takes.
   *
   * @param network the network
   * @param told what its file says of it
   */
  static ImageInput of(MultiLayerNetwork network, Optional<InputType> told) {
    return new InputFinder(Node.of(network), Node.INPUT).found(told);
  }

  /**
   * What a graph takes.
   *
   * @param graph the graph
   * @param input the name of its input
   * @param told what its file says of it
   */
  static ImageInput of(ComputationGraph graph, String input, Optional<InputType> told) {
    return new InputFinder(Node.of(graph), input).found(told);
  }

  private ImageInput found(Optional<InputType> told) {
    Optional<ImageInput> flat = flat();
    if (flat.isPresent()) {
      return flat.get();
    }
    ImageInput first = first();
    List<Side> sides = new ArrayList<>(first.sides());
    if (sides.size() == 3) {
      Optional<List<Side>> pinned =
          new GridPin(nodes, input).sides(sides.get(0).usual(), first.layout());
      pinned.ifPresent(
          two -> {
            sides.set(1, two.get(0));
            sides.set(2, two.get(1));
          });
      told.filter(InputType.InputTypeConvolutional.class::isInstance)
          .map(InputType.InputTypeConvolutional.class::cast)
          .ifPresent(
              grid -> {
                sides.set(0, sides.get(0).usually(grid.getChannels()));
                sides.set(1, sides.get(1).usually(grid.getHeight()));
                sides.set(2, sides.get(2).usually(grid.getWidth()));
              });
    }
    return new ImageInput(List.copyOf(sides), first.layout(), false);
  }

  /** If every layer that takes the input unrolls it first. */
  private Optional<ImageInput> flat() {
    List<Node> takers = nodes.stream().filter(node -> node.inputs().contains(input)).toList();
    if (takers.isEmpty()
        || !takers.stream()
            .allMatch(
                node ->
                    node.layer().isPresent()
                        && node.before()
                            .filter(FeedForwardToCnnPreProcessor.class::isInstance)
                            .isPresent())) {
      return Optional.empty();
    }
    if (takers.stream().map(Node::before).distinct().count() > 1) {
      throw new PlanException(
          "cannot be explained: it takes rows of numbers, of which "
              + takers.stream().map(taker -> '"' + taker.name() + '"').collect(joining(" and "))
              + " make images of different shapes");
    }
    return takers
        .get(0)
        .before()
        .map(FeedForwardToCnnPreProcessor.class::cast)
        .map(
            rows ->
                new ImageInput(
                    List.of(
                        Side.of(rows.getNumChannels()),
                        Side.of(rows.getInputHeight()),
                        Side.of(rows.getInputWidth())),
                    Layout.CHANNELS_FIRST,
                    true));
  }

  /** From the first layer that tells, as long as nothing before it changes the channels. */
  private ImageInput first() {
    Set<String> alike = new HashSet<>(Collections.singleton(input));
    for (Node node : nodes) {
      if (node.inputs().stream().anyMatch(alike::contains)) {
        Optional<ImageInput> told = FirstLayer.told(node);
        if (told.isPresent()) {
          return told.get();
        }
        if (FirstLayer.keepsChannels(node)) {
          alike.add(node.name());
        }
      }
    }
    return FirstLayer.unknown();
  }
}
