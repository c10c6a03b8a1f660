package io.github.gradcam.tf.internal.gradient;

import static java.util.Map.entry;

import java.util.Map;

/** Operations that move numbers to other places, and those that move them back. */
final class Moving {

  static final Map<String, Vjp> ALL =
      Map.ofEntries(
          entry("ReverseV2", (step, input) -> step.emit().op("ReverseV2", step.dy(), step.x(1))),
          entry("Reverse", (step, input) -> step.emit().op("Reverse", step.dy(), step.x(1))),
          entry(
              "Roll",
              (step, input) ->
                  step.emit().op("Roll", step.dy(), step.emit().op("Neg", step.x(1)), step.x(2))),
          entry("SpaceToBatchND", blocks("BatchToSpaceND")),
          entry("BatchToSpaceND", blocks("SpaceToBatchND")),
          entry("SpaceToBatch", block("BatchToSpace")),
          entry("BatchToSpace", block("SpaceToBatch")),
          entry("SpaceToDepth", depth("DepthToSpace")),
          entry("DepthToSpace", depth("SpaceToDepth")));

  private Moving() {}

  private static Vjp blocks(String inverse) {
    return (step, input) -> step.emit().op(inverse, step.dy(), step.x(1), step.x(2));
  }

  private static Vjp block(String inverse) {
    return (step, input) ->
        step.emit().node(inverse).with(step.dy(), step.x(1)).copy(step, "block_size").make();
  }

  private static Vjp depth(String inverse) {
    return (step, input) ->
        step.emit().node(inverse).with(step.dy()).copy(step, "block_size", "data_format").make();
  }
}
