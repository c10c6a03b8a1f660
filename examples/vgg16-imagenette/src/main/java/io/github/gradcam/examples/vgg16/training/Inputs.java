package io.github.gradcam.examples.vgg16.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;

/**
 * A batch on its way to the engine.
 *
 * @param numbers all of it, from its position on
 * @param shape with the batch first
 * @param type what the numbers are stored as
 */
record Inputs(ByteBuffer numbers, Shape shape, DataType type) {

  /** The batch in the engine, single precision. */
  NDArray on(NDManager manager) {
    return manager
        .create(numbers.duplicate().order(numbers.order()), shape, type)
        .toType(DataType.FLOAT32, false);
  }
}
