package io.github.gradcam.tck;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The networks that a backend brings in its own format, built from {@link #weights()}.
 *
 * <p>Layer names here are neutral; {@link ConformanceFixture#layer} translates them. Convolutions
 * are 3×3 with stride 1 and one ring of zeros around, where nothing else is said. No network ends
 * in a softmax.
 */
public enum FixtureNetwork {
  /**
   * Solved on paper. Input {@code [2, 4, 8]}, of any even height and width: {@code conv} (2×2,
   * stride 2, no zeros around) → {@code relu} → {@code pool} (global average) → {@code fc}, 3
   * scores. Every weight is a dyadic fraction.
   */
  CLOSED_FORM("closed-form"),

  /**
   * A small plain network. Input {@code [3, 32, 32]}: {@code conv1, relu1, conv2, relu2, pool1,
   * conv3, relu3, pool2, conv4, relu4, pool3, fc}; the pools take the maximum of 2×2 with stride 2,
   * {@code fc} reads {@code pool3} flattened in the order channel, row, column, and gives 10
   * scores.
   */
  REFERENCE("reference"),

  /**
   * A residual network. Input {@code [3, 6, 8]}, of any height and width: {@code stem} (convolution
   * without bias), {@code bn} (batch norm, ε = 1e-5), {@code relu}, {@code block}, {@code pool}
   * (global average), dropout of one half, {@code fc}, 5 scores. In the block: {@code block.conv1}
   * (without bias), {@code block.bn1}, {@code block.relu}, {@code block.conv2} (without bias),
   * {@code block.bn2}, plus the block's input, and {@code block.relu} a second time, called {@code
   * block.relu#2} here. ReLU and addition work in place, and the file is saved in training mode,
   * where the engine knows such things.
   */
  RESIDUAL("residual");

  private static final String WEIGHT = "w/";

  private final String id;

  FixtureNetwork(String id) {
    this.id = id;
  }

  /** A name for files: {@code closed-form}, {@code reference}, {@code residual}. */
  public String id() {
    return id;
  }

  /** The shape of one input: {@code [C, H, W]}. */
  public Shape input() {
    return switch (this) {
      case CLOSED_FORM -> Shape.of(2, 4, 8);
      case REFERENCE -> Shape.of(3, 32, 32);
      case RESIDUAL -> Shape.of(3, 6, 8);
    };
  }

  /** The neutral names of its layers, in the order of execution. */
  public List<String> layers() {
    return switch (this) {
      case CLOSED_FORM -> List.of("conv", "relu", "pool", "fc");
      case REFERENCE ->
          List.of(
              "conv1", "relu1", "conv2", "relu2", "pool1", "conv3", "relu3", "pool2", "conv4",
              "relu4", "pool3", "fc");
      case RESIDUAL ->
          List.of(
              "stem",
              "bn",
              "relu",
              "block.conv1",
              "block.bn1",
              "block.relu",
              "block.conv2",
              "block.bn2",
              "block.relu#2",
              "pool",
              "fc");
    };
  }

  /**
   * What it has learned, by the layer's neutral name and the parameter's: convolutions {@code
   * conv1.weight} as {@code [out, in, rows, columns]} and {@code conv1.bias}; linear layers {@code
   * fc.weight} as {@code [out, in]} and {@code fc.bias}; batch norm {@code bn.weight}, {@code
   * bn.bias}, {@code bn.running_mean} and {@code bn.running_var}.
   */
  public Map<String, Tensor> weights() {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    known()
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (name.startsWith(WEIGHT)) {
                weights.put(name.substring(WEIGHT.length()), tensor);
              }
            });
    return weights;
  }

  /** Everything the kit knows of it. */
  Known known() {
    return Known.of(this);
  }
}
