package io.github.gradcam.bench.network.architecture;

import java.util.List;

/**
 * One step of a network.
 *
 * @param path the module's path in torchvision; for what is no module there, that of the module
 *     around it and a name
 * @param turn how many times the module was run before: torchvision's residual blocks have one
 *     rectifier for all
 * @param operation what it computes
 * @param inputs the numbers of the steps whose values it takes, or {@link Network#IMAGES}
 */
public record Step(String path, int turn, Operation operation, List<Integer> inputs) {

  /** Takes a copy. */
  public Step {
    inputs = List.copyOf(inputs);
  }

  /** A name that no other step has. */
  public String name() {
    return turn == 0 ? path : path + "_" + turn;
  }

  /** The number of the step whose value it takes first. */
  public int input() {
    return inputs.get(0);
  }
}
