package io.github.gradcam.model;

/** What not every backend can do for every model. */
public enum Capability {
  /** {@link Capture#resume} works. */
  RESUME
}
