package io.github.gradcam.dl4j.internal.engine;

import java.util.OptionalInt;
import java.util.function.Supplier;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * How many threads the engine may use for a pass. OpenMP keeps that number for each thread that
 * calls it, so each pass says it anew, and takes it back.
 *
 * @param count how many, or empty for the engine's own choice
 */
record EngineThreads(OptionalInt count) {

  <T> T within(Supplier<T> work) {
    if (count.isEmpty()) {
      return work.get();
    }
    NativeOps engine = NativeOpsHolder.getInstance().getDeviceNativeOps();
    int before = engine.ompGetMaxThreads();
    engine.setOmpNumThreads(count.getAsInt());
    try {
      return work.get();
    } finally {
      engine.setOmpNumThreads(before);
    }
  }
}
