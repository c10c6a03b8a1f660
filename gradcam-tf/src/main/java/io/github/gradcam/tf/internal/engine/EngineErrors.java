package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.error.EngineException;
import io.github.gradcam.error.GradCamException;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.tf.internal.graph.OneLine;
import java.util.regex.Pattern;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFResourceExhaustedException;

/** Makes of the engine's errors what a person can use: one line, and a type. */
final class EngineErrors {

  private static final Pattern NODE = Pattern.compile("\\s*\\[?\\[\\{\\{node.*|\\s*\\[Op:.*");

  private EngineErrors() {}

  /** The line that says what went wrong. */
  static String line(Throwable failed) {
    String message = String.valueOf(failed.getMessage());
    String first =
        message
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.endsWith("root error(s) found."))
            .findFirst()
            .orElse(message);
    return OneLine.of(NODE.matcher(first).replaceFirst("").replaceFirst("\\.$", ""));
  }

  /** Memory of Java's that is used up, or what the engine's bindings allow the process. */
  static EngineException ofMemory(OutOfMemoryError full) {
    String line = line(full);
    boolean bindings = line.contains("physicalBytes");
    return new EngineException(
        (bindings
                ? "There is not enough memory, because the process holds as much as"
                    + " org.bytedeco.javacpp.maxPhysicalBytes allows it, which is four times what"
                    + " Java may use unless it is set: "
                : "There is not enough memory in Java's heap: ")
            + line
            + ". Explain fewer images at once or smaller ones, or give Java more with -Xmx.",
        full);
  }

  /** A failed forward pass. */
  static GradCamException ofForward(RuntimeException failed, String given, String wanted) {
    String line = line(failed);
    if (failed instanceof TFResourceExhaustedException) {
      return new EngineException(
          "There is not enough memory for an input of shape "
              + given
              + ": "
              + line
              + ". Explain fewer images at once, or smaller ones.",
          failed);
    }
    if (failed instanceof TFInvalidArgumentException
        || failed instanceof IllegalArgumentException) {
      return new InvalidInputException(
          "The network cannot take an input of shape " + given + ": " + line + ". " + wanted,
          failed);
    }
    return new EngineException("TensorFlow failed in the forward pass: " + line + ".", failed);
  }

  /** A failed backward pass. */
  static GradCamException ofBackward(RuntimeException failed) {
    if (failed instanceof TFResourceExhaustedException) {
      return new EngineException(
          "There is not enough memory for the way back: "
              + line(failed)
              + ". Explain fewer images at once, or smaller ones.",
          failed);
    }
    return new EngineException(
        "TensorFlow failed in the backward pass: " + line(failed) + ".", failed);
  }
}
