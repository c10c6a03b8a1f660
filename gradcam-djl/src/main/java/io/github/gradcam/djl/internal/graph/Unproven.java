package io.github.gradcam.djl.internal.graph;

/** Ends a trace: what comes now is not understood well enough to be sure of it. */
final class Unproven extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /** The reason, as the end of a sentence that begins with "because of". */
  Unproven(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
