package io.github.gradcam.examples.vgg16.export;

import io.github.gradcam.examples.vgg16.network.Vgg16;
import io.github.gradcam.examples.vgg16.network.Weights;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/**
 * The network's operations, a scope a layer. Channels are last, as TensorFlow's convolutions on a
 * processor need them.
 */
final class TensorFlowGraph {

  private static final List<Long> EACH_PLACE = List.of(1L, 1L, 1L, 1L);
  private static final int[] TWO_BY_TWO = {1, 2, 2, 1};
  private static final int[] PLACES = {1, 2};

  private final Ops tf;
  private final Variables variables;
  private final Weights weights;

  TensorFlowGraph(Ops tf, Variables variables, Weights weights) {
    this.tf = tf;
    this.variables = variables;
    this.weights = weights;
  }

  /** Adds the operations, and says where numbers go in and come out. */
  Signature signature() {
    Shape photos =
        Shape.of(
            Shape.UNKNOWN_SIZE,
            Vgg16.INPUT.length(1),
            Vgg16.INPUT.length(2),
            Vgg16.INPUT.length(0));
    Operand<TFloat32> photo =
        tf.withName(LayerNames.INPUT).placeholder(TFloat32.class, Placeholder.shape(photos));
    Operand<TFloat32> flowing = photo;
    for (int block = 1; block <= Vgg16.BLOCKS; block++) {
      for (String name : Vgg16.convolutions(block)) {
        flowing = convolution(name, flowing);
      }
      flowing = pooling(LayerNames.pooling(block), flowing);
    }
    return Signature.builder()
        .methodName("tensorflow/serving/predict")
        .input(LayerNames.INPUT, photo)
        .output(Vgg16.HEAD, head(direction(mean(flowing))))
        .build();
  }

  private Operand<TFloat32> convolution(String name, Operand<TFloat32> input) {
    Ops layer = tf.withSubScope(name);
    Tensor weight = weights.weight(name);
    Operand<TFloat32> kernel = variables.add(layer, name, "kernel", Axes.outputsLast(weight));
    Operand<TFloat32> bias = variables.add(layer, name, "bias", weights.bias(name));
    Operand<TFloat32> products =
        layer.withName("Conv2D").nn.conv2d(input, kernel, EACH_PLACE, "SAME");
    return layer.withName("Relu").nn.relu(layer.withName("BiasAdd").nn.biasAdd(products, bias));
  }

  private Operand<TFloat32> pooling(String name, Operand<TFloat32> input) {
    Ops layer = tf.withSubScope(name);
    Operand<org.tensorflow.types.TInt32> sides = layer.withName("sides").constant(TWO_BY_TWO);
    return layer.withName("MaxPool").nn.maxPool(input, sides, sides, "VALID");
  }

  private Operand<TFloat32> mean(Operand<TFloat32> input) {
    Ops layer = tf.withSubScope(LayerNames.MEAN);
    return layer.withName("Mean").math.mean(input, layer.constant(PLACES));
  }

  /** To length 1, as {@code torch.nn.functional.normalize} does it. */
  private Operand<TFloat32> direction(Operand<TFloat32> input) {
    Ops layer = tf.withSubScope(LayerNames.DIRECTION);
    Operand<TFloat32> squared =
        layer.reduceSum(layer.math.square(input), layer.constant(1), ReduceSum.keepDims(true));
    float least = (float) (LayerNames.LEAST_LENGTH * LayerNames.LEAST_LENGTH);
    Operand<TFloat32> length = layer.math.sqrt(layer.math.maximum(squared, layer.constant(least)));
    return layer.math.div(input, length);
  }

  private Operand<TFloat32> head(Operand<TFloat32> input) {
    Ops layer = tf.withSubScope(Vgg16.HEAD);
    Tensor weight = weights.weight(Vgg16.HEAD);
    Operand<TFloat32> kernel = variables.add(layer, Vgg16.HEAD, "kernel", Axes.outputsLast(weight));
    Operand<TFloat32> bias = variables.add(layer, Vgg16.HEAD, "bias", weights.bias(Vgg16.HEAD));
    Operand<TFloat32> products = layer.withName("MatMul").linalg.matMul(input, kernel);
    return layer
        .withName("Softmax")
        .nn
        .softmax(layer.withName("BiasAdd").nn.biasAdd(products, bias));
  }
}
