package io.github.gradcam.djl.internal.head;

import java.util.OptionalInt;

/**
 * A line of a program: a tensor, and how it is computed.
 *
 * @param name what the tensor is called
 * @param expression how it is computed
 * @param measured where {@code sizes} tells the lengths of what flows into it, if it does
 * @param isWaist whether only this tensor is read behind the line, and no line so far has mixed
 *     images of a batch with each other
 */
record Line(String name, String expression, OptionalInt measured, boolean isWaist) {

  String text() {
    return name + " = " + expression;
  }
}
