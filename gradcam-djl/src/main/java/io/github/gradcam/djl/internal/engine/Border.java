package io.github.gradcam.djl.internal.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.github.gradcam.error.EngineException;
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
    try {
      return manager.create(
          tensor.toBuffer(), new ai.djl.ndarray.types.Shape(lengths), DataType.FLOAT32);
    } catch (OutOfMemoryError full) {
      throw EngineErrors.ofMemory(full);
    }
  }

  /** A tensor with an array's numbers. */
  public static Tensor fromEngine(NDArray array) {
    NDArray floats = array.toType(DataType.FLOAT32, false);
    try {
      return Tensor.copyOf(shapeOf(array), floats.toByteBuffer(true).asFloatBuffer());
    } catch (OutOfMemoryError full) {
      throw EngineErrors.ofMemory(full);
    }
  }

  /** An array's shape. */
  public static Shape shapeOf(NDArray array) {
    return Shape.of(lengths(array.getShape().getShape()));
  }

  /** Lengths of axes as the API counts them. */
  static int[] lengths(long[] lengths) {
    if (LongStream.of(lengths).anyMatch(length -> length > Integer.MAX_VALUE)) {
      throw new EngineException(
          "The network made a tensor of the lengths "
              + Arrays.toString(lengths)
              + ", which is more than can be handed out. Give it smaller images.");
    }
    return LongStream.of(lengths).mapToInt(length -> (int) length).toArray();
  }
}
