package io.github.gradcam.bench.network.architecture;

import java.util.List;
import java.util.Map;

/**
 * A network that takes images {@code [N, 3, side, side]} and gives logits, which its last step
 * computes.
 *
 * @param name its name
 * @param side rows and columns of an image
 * @param steps in the order in which they run
 * @param containers the types of modules that hold others, by path; where none is given it is a
 *     sequence
 */
public record Network(String name, int side, List<Step> steps, Map<String, String> containers) {

  /** Stands for the network's input among the numbers of steps. */
  public static final int IMAGES = -1;

  /** Channels of an image. */
  public static final int COLOURS = 3;

  /** Takes copies. */
  public Network {
    steps = List.copyOf(steps);
    containers = Map.copyOf(containers);
  }
}
