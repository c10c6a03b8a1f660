package io.github.gradcam.bench.network.savedmodel;

import io.github.gradcam.bench.network.architecture.Network;
import io.github.gradcam.bench.network.architecture.Operation;
import io.github.gradcam.bench.network.architecture.Operation.Bias;
import io.github.gradcam.bench.network.architecture.Step;
import io.github.gradcam.bench.network.weights.Weights;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A network's operations, a scope a step. Channels are last, as TensorFlow's convolutions on a
 * processor need them.
 */
final class TensorFlowGraph {

  private static final String INPUT = "images";
  private static final String OUTPUT = "logits";
  private static final String VALID = "VALID";
  private static final int[] PLACES = {1, 2};
  private static final int ROW = -1;

  private final Ops tf;
  private final Variables variables;
  private final Weights weights;
  private final Network network;

  TensorFlowGraph(Ops tf, Variables variables, Weights weights, Network network) {
    this.tf = tf;
    this.variables = variables;
    this.weights = weights;
    this.network = network;
  }

  /** Adds the operations, and says where numbers go in and come out. */
  Signature signature() {
    Shape shape = Shape.of(Shape.UNKNOWN_SIZE, network.side(), network.side(), Network.COLOURS);
    Operand<TFloat32> images =
        tf.withName(INPUT).placeholder(TFloat32.class, Placeholder.shape(shape));
    List<Operand<TFloat32>> values = new ArrayList<>();
    for (Step step : network.steps()) {
      List<Operand<TFloat32>> inputs = new ArrayList<>();
      step.inputs()
          .forEach(number -> inputs.add(number == Network.IMAGES ? images : values.get(number)));
      values.add(value(step, inputs));
    }
    return Signature.builder()
        .methodName("tensorflow/serving/predict")
        .input(INPUT, images)
        .output(OUTPUT, values.get(values.size() - 1))
        .build();
  }

  private Operand<TFloat32> value(Step step, List<Operand<TFloat32>> inputs) {
    Ops layer = tf.withSubScope(step.name());
    Operand<TFloat32> input = inputs.get(0);
    if (step.operation() instanceof Operation.Convolution convolution) {
      return convolution(layer, step.path(), convolution, input);
    } else if (step.operation() instanceof Operation.BatchNorm) {
      return norm(layer, step.path(), input);
    } else if (step.operation() instanceof Operation.Relu) {
      return layer.withName("Relu").nn.relu(input);
    } else if (step.operation() instanceof Operation.Relu6) {
      return layer.withName("Relu6").nn.relu6(input);
    } else if (step.operation() instanceof Operation.MaxPool pool) {
      return maxPool(layer, pool, input);
    } else if (step.operation() instanceof Operation.GlobalAveragePool) {
      return layer.withName("Mean").math.mean(input, layer.constant(PLACES));
    } else if (step.operation() instanceof Operation.Addition) {
      return layer.withName("AddV2").math.add(input, inputs.get(1));
    } else if (step.operation() instanceof Operation.Flatten flatten) {
      return flatten.side() == 1 ? input : flattened(layer, flatten, input);
    } else if (step.operation() instanceof Operation.Linear linear) {
      return linear(layer, step, linear, input);
    }
    throw new IllegalArgumentException(step.toString());
  }

  private Operand<TFloat32> convolution(
      Ops layer, String path, Operation.Convolution convolution, Operand<TFloat32> input) {
    String weight = path + ".weight";
    int side = convolution.kernel();
    int perGroup = convolution.inputs() / convolution.groups();
    List<Long> strides = List.of(1L, (long) convolution.stride(), (long) convolution.stride(), 1L);
    Operand<TFloat32> padded = padded(layer, convolution, input);
    String padding = padded == input ? "SAME" : VALID;
    Operand<TFloat32> result;
    if (convolution.isDepthwise()) {
      // One input a group: the axes are in the same order, but the last two have other names.
      Shape shape = Shape.of(side, side, convolution.inputs(), perGroup);
      Operand<TFloat32> kernel =
          variables.add(
              layer, path, "depthwise_kernel", shape, () -> Kernels.convolution(weights, weight));
      result =
          layer.withName("depthwise").nn.depthwiseConv2dNative(padded, kernel, strides, padding);
    } else {
      Shape shape = Shape.of(side, side, perGroup, convolution.outputs());
      Operand<TFloat32> kernel =
          variables.add(layer, path, "kernel", shape, () -> Kernels.convolution(weights, weight));
      result = layer.withName("Conv2D").nn.conv2d(padded, kernel, strides, padding);
    }
    return convolution.bias() == Bias.ADDED
        ? layer.withName("BiasAdd").nn.biasAdd(result, vector(layer, path, "bias", "bias"))
        : result;
  }

  /** At a stride, TensorFlow's own padding is not the same on all sides, as PyTorch's is. */
  private static Operand<TFloat32> padded(
      Ops layer, Operation.Convolution convolution, Operand<TFloat32> input) {
    int most = convolution.padding();
    return convolution.stride() == 1 || most == 0
        ? input
        : layer.withName("Pad").pad(input, sides(layer, most), layer.constant(0f));
  }

  private static Operand<TFloat32> maxPool(
      Ops layer, Operation.MaxPool pool, Operand<TFloat32> input) {
    Operand<TFloat32> padded =
        pool.padding() == 0
            ? input
            : layer
                .withName("PadV2")
                .pad(input, sides(layer, pool.padding()), layer.constant(-Float.MAX_VALUE));
    Operand<TInt32> window = layer.constant(new int[] {1, pool.kernel(), pool.kernel(), 1});
    Operand<TInt32> strides = layer.constant(new int[] {1, pool.stride(), pool.stride(), 1});
    return layer.withName("MaxPool").nn.maxPool(padded, window, strides, VALID);
  }

  private static Operand<TInt32> sides(Ops layer, int padding) {
    int[] none = {0, 0};
    int[] some = {padding, padding};
    return layer.constant(new int[][] {none, some, some, none});
  }

  private Operand<TFloat32> norm(Ops layer, String path, Operand<TFloat32> input) {
    return layer
        .withName("FusedBatchNormV3")
        .nn
        .fusedBatchNorm(
            input,
            vector(layer, path, "weight", "gamma"),
            vector(layer, path, "bias", "beta"),
            vector(layer, path, "running_mean", "moving_mean"),
            vector(layer, path, "running_var", "moving_variance"),
            FusedBatchNorm.epsilon((float) Operation.BatchNorm.EPSILON),
            FusedBatchNorm.isTraining(false))
        .y();
  }

  private static Operand<TFloat32> flattened(
      Ops layer, Operation.Flatten flatten, Operand<TFloat32> input) {
    int length = flatten.channels() * flatten.side() * flatten.side();
    return layer.withName("Reshape").reshape(input, layer.constant(new int[] {ROW, length}));
  }

  private Operand<TFloat32> linear(
      Ops layer, Step step, Operation.Linear linear, Operand<TFloat32> input) {
    Operation before = network.steps().get(step.input()).operation();
    Operation.Flatten image =
        before instanceof Operation.Flatten flatten
            ? flatten
            : new Operation.Flatten(linear.inputs(), 1);
    String path = step.path();
    Shape shape = Shape.of(linear.inputs(), linear.outputs());
    Operand<TFloat32> kernel =
        variables.add(
            layer, path, "kernel", shape, () -> Kernels.linear(weights, path + ".weight", image));
    Operand<TFloat32> products = layer.withName("MatMul").linalg.matMul(input, kernel);
    return layer.withName("BiasAdd").nn.biasAdd(products, vector(layer, path, "bias", "bias"));
  }

  private Operand<TFloat32> vector(Ops layer, String path, String torch, String keras) {
    String name = path + "." + torch;
    Shape shape = Shape.of(weights.shape(name).size());
    return variables.add(layer, path, keras, shape, () -> weights.values(name));
  }
}
