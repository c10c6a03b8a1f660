package io.github.gradcam.djl.internal.engine;

import io.github.gradcam.error.EngineException;
import io.github.gradcam.error.GradCamException;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.UnsupportedOperationInModelException;
import java.util.List;
import java.util.Locale;

/** Makes of the engine's errors what a person can use: one line of eighty, and a type. */
public final class EngineErrors {

  private static final List<String> OF_SHAPES =
      List.of(
          "shape",
          "size",
          "dimension",
          "channels",
          "expected input",
          "expected 4d",
          "expected 3d",
          "expected 5d",
          "kernel",
          "must match");

  private static final List<String> OF_TYPES =
      List.of("expected scalar type", "should be the same", "the same dtype");

  private static final String NO_OUTPUT = "no output under the key";

  private static final String QUANTIZED = "quantized numbers cannot be replaced";

  private EngineErrors() {}

  /** The line that says what went wrong. */
  public static String lastLine(Throwable failed) {
    String message = String.valueOf(failed.getMessage());
    List<String> lines =
        message.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    String found =
        lines.stream()
            .filter(line -> line.matches("(\\w+\\.)*\\w*(Error|Exception): .*"))
            .reduce((first, second) -> second)
            .orElse(lines.isEmpty() ? message : lines.get(0));
    String plain = found.replaceFirst("^(\\w+\\.)*\\w*(Error|Exception): ", "");
    return plain.replaceFirst("\\.$", "");
  }

  /** Memory of Java's that is used up. */
  static EngineException ofMemory(OutOfMemoryError full) {
    return new EngineException(
        "There is not enough memory in Java's heap: "
            + full.getMessage()
            + ". Explain fewer images at once or smaller ones, or give Java more with -Xmx.",
        full);
  }

  private static boolean isMemory(String line) {
    return line.contains("can't allocate memory")
        || line.contains("not enough memory")
        || line.contains("out of memory");
  }

  /** A failed forward pass. */
  public static GradCamException ofForward(Throwable failed, String given, String wanted) {
    String line = lastLine(failed);
    if (line.startsWith(NO_OUTPUT)) {
      return new InvalidInputException(
          "The network returns a dictionary, but "
              + line
              + ". Open the model with another ModelOptions.output(…).",
          failed);
    }
    if (line.contains(QUANTIZED)) {
      return new UnsupportedOperationInModelException(
          "The layer's numbers are quantized, so that others cannot take their place. Choose a layer"
              + " that computes with floating point numbers.",
          failed);
    }
    if (line.contains("scalar types: Long, Int")) {
      return new InvalidInputException(
          "The network begins with a look-up by whole numbers, such as an embedding of words. It takes"
              + " no images, and no gradient leads back to its input.",
          failed);
    }
    if (OF_TYPES.stream().anyMatch(line::contains)) {
      return new UnsupportedOperationInModelException(
          "The network computes in several types that do not fit together here: "
              + line
              + ". Export it after model.float(), or so that it casts what flows between them"
              + " itself.",
          failed);
    }
    String lower = line.toLowerCase(Locale.ROOT);
    if (isMemory(lower)) {
      return new EngineException(
          "There is not enough memory for an input of shape "
              + given
              + ": "
              + line
              + ". Explain fewer images at once, or smaller ones.",
          failed);
    }
    if (OF_SHAPES.stream().anyMatch(lower::contains)) {
      return new InvalidInputException(
          "The network cannot take an input of shape " + given + ": " + line + ". " + wanted,
          failed);
    }
    return new EngineException("PyTorch failed in the forward pass: " + line + ".", failed);
  }

  /** Whether a backward pass failed because nothing leads to one of its inputs. */
  static boolean isCut(Throwable failed) {
    String message = String.valueOf(failed.getMessage());
    return message.contains("have been used in the graph")
        || message.contains("does not require grad")
        || message.contains("no gradient path");
  }

  /** A failed backward pass that is not cut. */
  static GradCamException ofBackward(Throwable failed) {
    String line = lastLine(failed);
    if (isMemory(line.toLowerCase(Locale.ROOT))) {
      return new EngineException(
          "There is not enough memory for the way back: "
              + line
              + ". Explain fewer images at once, or smaller ones.",
          failed);
    }
    if (line.contains("derivative") || line.contains("not differentiable")) {
      return new UnsupportedOperationInModelException(
          "An operation between the layer and the output has no gradient: " + line + ".", failed);
    }
    return new EngineException("PyTorch failed in the backward pass: " + line + ".", failed);
  }
}
