package io.github.gradcam.djl.internal.engine;

import ai.djl.pytorch.jni.JniUtils;

/**
 * How the engine works on the calling thread, put back when closed.
 *
 * <p>The engine's graph optimizer is off meanwhile: it rewrites a method after its first runs,
 * which costs seconds, brings nothing to networks of images on a processor, and lets equal inputs
 * have results that differ in their last bits. The engine does not tell whether it was on, so what
 * DJL itself sets is put back.
 *
 * @param gradients whether gradients were recorded before
 * @param optimizer whether the optimizer is on afterwards
 */
public record EngineMode(boolean gradients, boolean optimizer) implements AutoCloseable {

  private static final String OPTIMIZER = "ai.djl.pytorch.graph_optimizer";

  /** Records what a gradient will need. */
  public static EngineMode recording() {
    return switched(true, setByDjl());
  }

  /** Records nothing. */
  public static EngineMode plain() {
    return switched(false, setByDjl());
  }

  /** Records nothing for a while, inside another mode, which goes on when this is closed. */
  static EngineMode pausing() {
    return switched(false, false);
  }

  private static boolean setByDjl() {
    return Boolean.parseBoolean(System.getProperty(OPTIMIZER, "true"));
  }

  private static EngineMode switched(boolean record, boolean optimizer) {
    EngineMode before = new EngineMode(JniUtils.isGradMode(), optimizer);
    JniUtils.setGradMode(record);
    JniUtils.setGraphExecutorOptimize(false);
    return before;
  }

  @Override
  public void close() {
    JniUtils.setGradMode(gradients);
    JniUtils.setGraphExecutorOptimize(optimizer);
  }
}
