package io.github.gradcam.bench.network.architecture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** torchvision's MobileNetV2; dropout is nothing in evaluation and left out. */
final class MobileNetV2 {

  /**
   * Blocks alike.
   *
   * @param expansion by how much a block widens its input
   * @param channels what it gives
   * @param blocks how many
   * @param stride of the first
   */
  private record Group(int expansion, int channels, int blocks, int stride) {}

  private static final List<Group> GROUPS =
      List.of(
          new Group(1, 16, 1, 1),
          new Group(6, 24, 2, 2),
          new Group(6, 32, 3, 2),
          new Group(6, 64, 4, 2),
          new Group(6, 96, 3, 1),
          new Group(6, 160, 3, 2),
          new Group(6, 320, 1, 1));
  private static final int FIRST = 32;
  private static final int LAST = 1280;

  /** So that the sums of several blocks stay small. */
  private static final double BRANCH = 0.5;

  private final Scale scale;
  private final Draft draft = new Draft();
  private final Map<String, String> containers = new HashMap<>();
  private int channels = Network.COLOURS;

  private MobileNetV2(Scale scale) {
    this.scale = scale;
  }

  static Network of(Scale scale) {
    return new MobileNetV2(scale).network();
  }

  private Network network() {
    containers.put("", "torchvision.models.mobilenetv2.MobileNetV2");
    int place = 0;
    activated("features." + place++, scale.channels(FIRST), 3, 2);
    for (Group group : GROUPS) {
      for (int block = 0; block < group.blocks(); block++) {
        residual("features." + place++, group, block == 0 ? group.stride() : 1);
      }
    }
    activated("features." + place, scale.channels(LAST), 1, 1);
    return draft
        .add("avgpool", new Operation.GlobalAveragePool())
        .add("flatten", new Operation.Flatten(channels, 1))
        .add("classifier.1", new Operation.Linear(channels, scale.classes()))
        .network("mobilenet_v2", scale, containers);
  }

  private void residual(String path, Group group, int stride) {
    containers.put(path, "torchvision.models.mobilenetv2.InvertedResidual");
    int before = draft.last();
    int inputs = channels;
    int outputs = scale.channels(group.channels());
    int place = 0;
    if (group.expansion() > 1) {
      activated(path + ".conv." + place++, inputs * group.expansion(), 1, 1);
    }
    activatedDepthwise(path + ".conv." + place++, stride);
    draft
        .convolution(path + ".conv." + place++, channels, outputs, 1, 1)
        .norm(path + ".conv." + place, outputs, BRANCH);
    if (stride == 1 && inputs == outputs) {
      draft.plus(before, path + ".add");
    }
    channels = outputs;
  }

  private void activated(String path, int outputs, int kernel, int stride) {
    draft.convolution(path + ".0", channels, outputs, kernel, stride);
    channels = outputs;
    activation(path);
  }

  private void activatedDepthwise(String path, int stride) {
    draft.depthwise(path + ".0", channels, stride);
    activation(path);
  }

  private void activation(String path) {
    containers.put(path, "torchvision.ops.misc.Conv2dNormActivation");
    draft.norm(path + ".1", channels, 1).add(path + ".2", new Operation.Relu6());
  }
}
