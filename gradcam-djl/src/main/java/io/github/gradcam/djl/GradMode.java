package io.github.gradcam.djl;

import ai.djl.pytorch.jni.JniUtils;

/**
 * The calling thread's gradient mode, put back when closed.
 *
 * @param before what it was
 */
record GradMode(boolean before) implements AutoCloseable {

  /** Records what a gradient will need. */
  static GradMode recording() {
    return switched(true);
  }

  /** Records nothing. */
  static GradMode plain() {
    return switched(false);
  }

  private static GradMode switched(boolean record) {
    GradMode mode = new GradMode(JniUtils.isGradMode());
    JniUtils.setGradMode(record);
    return mode;
  }

  @Override
  public void close() {
    JniUtils.setGradMode(before);
  }
}
