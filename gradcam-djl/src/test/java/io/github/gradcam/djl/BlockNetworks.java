package io.github.gradcam.djl;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.util.Pair;
import io.github.gradcam.tck.FixtureNetwork;
import io.github.gradcam.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kit's networks as trees of DJL's blocks, with the kit's weights. */
final class BlockNetworks {

  private static final Map<String, String> NAMES =
      Map.of(
          "gamma", "weight",
          "beta", "bias",
          "runningMean", "running_mean",
          "runningVar", "running_var");

  private BlockNetworks() {}

  /** A network whose residual block is a class of its own, with taps in it. */
  static Block of(FixtureNetwork network, NDManager manager) {
    return initialized(
        switch (network) {
          case CLOSED_FORM -> closedForm();
          case REFERENCE -> reference();
          case RESIDUAL -> residual(new ResidualUnit(4));
        },
        network,
        manager);
  }

  /** The residual network with DJL's own containers alone. */
  static Block forked(NDManager manager) {
    return initialized(residual(fork()), FixtureNetwork.RESIDUAL, manager);
  }

  /** Where the layers of {@link #of} stand, by neutral name. */
  static Map<String, String> paths(FixtureNetwork network) {
    return switch (network) {
      case CLOSED_FORM ->
          Map.of(
              "conv",
              "01Conv2d",
              "relu",
              "02LambdaBlock",
              "pool",
              "03LambdaBlock",
              "fc",
              "04Linear");
      case REFERENCE -> {
        Map<String, String> paths = new LinkedHashMap<>();
        String[] layers = network.layers().toArray(String[]::new);
        for (int i = 0; i < layers.length; i++) {
          String type = layers[i].startsWith("conv") ? "Conv2d" : "LambdaBlock";
          paths.put(layers[i], "%02d%s".formatted(i + 1, type));
        }
        paths.put("fc", "13Linear");
        yield paths;
      }
      case RESIDUAL -> {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("stem", "01Conv2d");
        paths.put("bn", "02BatchNorm");
        paths.put("relu", "03LambdaBlock");
        List.of("01conv1", "02bn1", "03relu", "04conv2", "05bn2", "03relu#2")
            .forEach(name -> paths.put("block." + name.substring(2), "04ResidualUnit." + name));
        paths.put("pool", "05LambdaBlock");
        paths.put("fc", "07Linear");
        yield paths;
      }
    };
  }

  private static SequentialBlock closedForm() {
    return new SequentialBlock()
        .add(
            Conv2d.builder()
                .setKernelShape(new Shape(2, 2))
                .optStride(new Shape(2, 2))
                .setFilters(2)
                .build())
        .add(Activation::relu)
        .add(Pool.globalAvgPool2dBlock())
        .add(Linear.builder().setUnits(3).build());
  }

  private static SequentialBlock reference() {
    SequentialBlock network = new SequentialBlock();
    int[] filters = {8, 16, 32, 32};
    for (int i = 0; i < filters.length; i++) {
      network.add(conv(filters[i], true)).add(Activation.reluBlock());
      if (i > 0) {
        network.add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)));
      }
    }
    return network.add(Blocks.batchFlattenBlock()).add(Linear.builder().setUnits(10).build());
  }

  private static SequentialBlock residual(Block unit) {
    return new SequentialBlock()
        .add(conv(4, false))
        .add(norm())
        .add(Activation.reluBlock())
        .add(unit)
        .add(Pool.globalAvgPool2dBlock())
        .add(Dropout.builder().optRate(0.5f).build())
        .add(Linear.builder().setUnits(5).build());
  }

  private static Block fork() {
    return new ParallelBlock(
        arms ->
            new NDList(
                Activation.relu(
                    arms.get(0).singletonOrThrow().addi(arms.get(1).singletonOrThrow()))),
        List.of(
            new SequentialBlock()
                .add(conv(4, false))
                .add(norm())
                .add(Activation.reluBlock())
                .add(conv(4, false))
                .add(norm()),
            Blocks.identityBlock()));
  }

  static Conv2d conv(int filters, boolean bias) {
    return Conv2d.builder()
        .setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1))
        .setFilters(filters)
        .optBias(bias)
        .build();
  }

  static BatchNorm norm() {
    return BatchNorm.builder().optEpsilon(1e-5f).build();
  }

  private static Block initialized(Block block, FixtureNetwork network, NDManager manager) {
    int[] input = network.input().batch(1).toArray();
    block.initialize(
        manager, DataType.FLOAT32, new Shape(Arrays.stream(input).asLongStream().toArray()));
    List<Map.Entry<String, Tensor>> weights = List.copyOf(network.weights().entrySet());
    int next = 0;
    for (Pair<String, Parameter> pair : block.getParameters()) {
      Parameter parameter = pair.getValue();
      Map.Entry<String, Tensor> weight = weights.get(next++);
      String name = NAMES.getOrDefault(parameter.getName(), parameter.getName());
      if (!weight.getKey().endsWith("." + name)) {
        throw new IllegalStateException(weight.getKey() + " is no " + pair.getKey());
      }
      parameter.getArray().set(weight.getValue().toBuffer());
    }
    return block;
  }
}
