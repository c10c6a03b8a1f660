package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.error.EngineException;
import io.github.gradcam.error.GradCamException;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.tensor.Shape;

/** Makes of the engine's errors what a person can use: one line, and a type. */
final class EngineErrors {

  private EngineErrors() {}

  /** Memory that is used up, Java's or what the process may use beside it. */
  static EngineException ofMemory(OutOfMemoryError full) {
    return new EngineException(
        "There is not enough memory: "
            + full.getMessage()
            + ". Explain fewer images at once or smaller ones, or give Java more with -Xmx; outside"
            + " its heap the process may use as much as org.bytedeco.javacpp.maxbytes and"
            + " maxphysicalbytes say.",
        full);
  }

  /** A failed forward pass. */
  static GradCamException ofForward(StepException failed, Shape given, String wanted) {
    String line = line(failed);
    Throwable cause = failed.getCause();
    if (line.contains("llocat")) {
      return new EngineException(
          "There is not enough memory for an input of shape "
              + given
              + ": "
              + line
              + ". Explain fewer images at once, or smaller ones.",
          failed);
    }
    if (cause instanceof IllegalArgumentException || cause instanceof IllegalStateException) {
      return new InvalidInputException(
          "The network cannot take an input of shape " + given + ": " + line + ". " + wanted,
          failed);
    }
    return new EngineException("ND4J failed in the forward pass " + line + ".", failed);
  }

  /** A failed backward pass. */
  static GradCamException ofBackward(StepException failed) {
    return new EngineException("ND4J failed in the backward pass " + line(failed) + ".", failed);
  }

  private static String line(Throwable failed) {
    String message = String.valueOf(failed.getMessage());
    return message.lines().findFirst().orElse(message).strip().replaceFirst("\\.$", "");
  }
}
