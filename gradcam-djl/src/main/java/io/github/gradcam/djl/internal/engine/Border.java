package io.github.gradcam.djl.internal.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Carries tensors over the border between the API and the engine. */
public final class Border {

  private Border() {}

  /** An array of the engine with a tensor's numbers. */
  public static NDArray toEngine(Tensor tensor, NDManager manager) {
    long[] lengths = Arrays.stream(tensor.shape().toArray()).asLongStream().toArray();
    return manager.create(
        tensor.toBuffer(), new ai.djl.ndarray.types.Shape(lengths), DataType.FLOAT32);
  }

  /** A tensor with an array's numbers. */
  public static Tensor fromEngine(NDArray array) {
    NDArray floats = array.toType(DataType.FLOAT32, false);
    return Tensor.copyOf(shapeOf(array), floats.toByteBuffer(true).asFloatBuffer());
  }

  /** An array's shape. */
  public static Shape shapeOf(NDArray array) {
    return Shape.of(
        LongStream.of(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray());
  }
}
