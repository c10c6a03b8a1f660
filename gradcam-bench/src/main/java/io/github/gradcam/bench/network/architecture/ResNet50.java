package io.github.gradcam.bench.network.architecture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** torchvision's ResNet50, which has the stride in the 3 × 3 convolution. */
final class ResNet50 {

  private static final List<Integer> BLOCKS = List.of(3, 4, 6, 3);
  private static final int NARROWEST = 64;
  private static final int EXPANSION = 4;

  /** So that the sums of many blocks stay small. */
  private static final double LAST = 0.3;

  private final Scale scale;
  private final Draft draft = new Draft();
  private final Map<String, String> containers = new HashMap<>();
  private int channels;

  private ResNet50(Scale scale) {
    this.scale = scale;
    this.channels = scale.channels(NARROWEST);
  }

  static Network of(Scale scale) {
    return new ResNet50(scale).network();
  }

  private Network network() {
    containers.put("", "torchvision.models.resnet.ResNet");
    draft
        .convolution("conv1", Network.COLOURS, channels, 7, 2)
        .norm("bn1", channels, 1)
        .relu("relu")
        .add("maxpool", new Operation.MaxPool(3, 2, 1));
    for (int stage = 0; stage < BLOCKS.size(); stage++) {
      int width = scale.channels(NARROWEST << stage);
      for (int block = 0; block < BLOCKS.get(stage); block++) {
        int stride = stage > 0 && block == 0 ? 2 : 1;
        bottleneck("layer" + (stage + 1) + "." + block, width, stride);
      }
    }
    return draft
        .add("avgpool", new Operation.GlobalAveragePool())
        .add("flatten", new Operation.Flatten(channels, 1))
        .add("fc", new Operation.Linear(channels, scale.classes()))
        .network("resnet50", scale, containers);
  }

  private void bottleneck(String path, int width, int stride) {
    containers.put(path, "torchvision.models.resnet.Bottleneck");
    int before = draft.last();
    int outputs = width * EXPANSION;
    int branch =
        draft
            .convolution(path + ".conv1", channels, width, 1, 1)
            .norm(path + ".bn1", width, 1)
            .relu(path + ".relu")
            .convolution(path + ".conv2", width, width, 3, stride)
            .norm(path + ".bn2", width, 1)
            .relu(path + ".relu")
            .convolution(path + ".conv3", width, outputs, 1, 1)
            .norm(path + ".bn3", outputs, LAST)
            .last();
    int shortcut = before;
    if (stride > 1 || channels != outputs) {
      shortcut =
          draft
              .from(before)
              .convolution(path + ".downsample.0", channels, outputs, 1, stride)
              .norm(path + ".downsample.1", outputs, 1)
              .last();
    }
    draft.from(branch).plus(shortcut, path + ".add").relu(path + ".relu");
    channels = outputs;
  }
}
