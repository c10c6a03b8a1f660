package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.model.Model;
import java.nio.ByteBuffer;

/** Looks behind a model, at the numbers that its rules compute with. */
public final class Snapshot {

  private Snapshot() {}

  public static byte[] of(Model model) {
    double[] numbers = ((Dl4jModel) model).parameters().dup('c').data().asDouble();
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
    for (double number : numbers) {
      bytes.putDouble(number);
    }
    return bytes.array();
  }
}
