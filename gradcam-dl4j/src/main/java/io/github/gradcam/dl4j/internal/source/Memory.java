package io.github.gradcam.dl4j.internal.source;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Asks the engine for memory. */
final class Memory {

  private Memory() {}

  /**
   * A row of numbers {@code [1, length]}, in no workspace.
   *
   * @throws SourceException if there is not enough memory
   */
  static INDArray row(DataType type, long length) {
    try (var outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      return Nd4j.createUninitialized(type, 1, length);
    } catch (OutOfMemoryError full) {
      throw new SourceException(
          "needs "
              + (length * type.width() >> 20)
              + " MB for its weights, outside of Java's heap, and there is not so much. Allow more"
              + " with -Dorg.bytedeco.javacpp.maxbytes and -Dorg.bytedeco.javacpp.maxphysicalbytes",
          full);
    }
  }
}
