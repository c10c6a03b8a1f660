package io.github.gradcam.bench.network.architecture;

import io.github.gradcam.bench.network.architecture.Operation.Bias;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A network that grows step by step, each on the value of the last. */
final class Draft {

  private final List<Step> steps = new ArrayList<>();
  private int last = Network.IMAGES;

  /** The number of the step whose value goes on. */
  int last() {
    return last;
  }

  /** Goes on from another value. */
  Draft from(int value) {
    last = value;
    return this;
  }

  Draft add(String path, Operation operation) {
    return add(path, operation, List.of(last));
  }

  private Draft add(String path, Operation operation, List<Integer> inputs) {
    int turn = (int) steps.stream().filter(step -> step.path().equals(path)).count();
    steps.add(new Step(path, turn, operation, inputs));
    last = steps.size() - 1;
    return this;
  }

  /** Adds another value to the last. */
  Draft plus(int other, String path) {
    return add(path, new Operation.Addition(), List.of(last, other));
  }

  /** A convolution without a bias, padded so that its window's middle visits every place. */
  Draft convolution(String path, int inputs, int outputs, int kernel, int stride) {
    return add(
        path, new Operation.Convolution(inputs, outputs, kernel, stride, kernel / 2, 1, Bias.NONE));
  }

  Draft depthwise(String path, int channels, int stride) {
    return add(
        path, new Operation.Convolution(channels, channels, 3, stride, 1, channels, Bias.NONE));
  }

  Draft norm(String path, int channels, double scale) {
    return add(path, new Operation.BatchNorm(channels, scale));
  }

  Draft relu(String path) {
    return add(path, new Operation.Relu());
  }

  Network network(String name, Scale scale, Map<String, String> containers) {
    return new Network(name, scale.side(), steps, containers);
  }
}
