package io.github.gradcam.model;

import io.github.gradcam.error.InvalidInputException;
import java.util.Locale;

/**
 * Where a model runs.
 *
 * @param kind the processor
 * @param index which of several, from 0; always 0 for {@link Kind#CPU}
 */
public record Device(Kind kind, int index) {

  /** The kinds of processor. */
  public enum Kind {
    /** The processor that runs the JVM. */
    CPU,
    /** A graphics processor that the engine sees. */
    GPU
  }

  /** Checks the index. */
  public Device {
    if (index < 0 || (kind == Kind.CPU && index != 0)) {
      throw new InvalidInputException("There is no device " + kind + " number " + index + ".");
    }
  }

  /** The processor that runs the JVM. */
  public static Device cpu() {
    return new Device(Kind.CPU, 0);
  }

  /**
   * A graphics processor.
   *
   * @param index which of several, from 0
   * @return the device
   */
  public static Device gpu(int index) {
    return new Device(Kind.GPU, index);
  }

  /** {@code cpu} or {@code gpu(0)}. */
  @Override
  public String toString() {
    return kind == Kind.CPU ? "cpu" : kind.name().toLowerCase(Locale.ROOT) + "(" + index + ")";
  }
}
