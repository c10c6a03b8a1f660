package io.github.gradcam.model;

/**
 * How one pass was computed.
 *
 * @param execution {@link Execution#SIMPLIFIED} or {@link Execution#AS_WRITTEN}: whether a simpler
 *     program took the place of the network's first part
 * @param details what was simpler, or why nothing was; a few words for a person
 */
public record Computation(Execution execution, String details) {

  /** The network's own operations, without further reason. */
  public static Computation asWritten() {
    return new Computation(Execution.AS_WRITTEN, "the network's own operations");
  }
}
