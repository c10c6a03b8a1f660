package io.github.gradcam.examples.vgg16.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.Arrays;

/** Numbers on their way into DJL's engine and out of it. */
public final class DjlTensors {

  private DjlTensors() {}

  /**
   * A copy in the engine.
   *
   * @param tensor the numbers
   * @param manager holds the copy, on its device
   */
  public static NDArray in(Tensor tensor, NDManager manager) {
    long[] lengths = Arrays.stream(tensor.shape().toArray()).asLongStream().toArray();
    return manager.create(
        tensor.toBuffer(), new ai.djl.ndarray.types.Shape(lengths), DataType.FLOAT32);
  }

  /**
   * A copy out of the engine.
   *
   * @param array single precision
   */
  public static Tensor out(NDArray array) {
    int[] lengths = Arrays.stream(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
    return Tensor.of(Shape.of(lengths), array.toFloatArray());
  }
}
