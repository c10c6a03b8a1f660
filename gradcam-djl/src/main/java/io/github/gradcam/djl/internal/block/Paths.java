package io.github.gradcam.djl.internal.block;

import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Layer;

/** Addresses of blocks. */
final class Paths {

  private Paths() {}

  static String join(String parent, String name) {
    return parent.isEmpty() ? name : parent + "." + name;
  }

  /** The address of a call of a block, the first being 1. */
  static String call(String path, int number) {
    return number == 1 ? path : path + "#" + number;
  }

  /** The address of what flows into a block. */
  static String input(String address) {
    return address + Layer.INPUT;
  }

  /** The error for a block whose arrays are gone. */
  static ModelOpenException closed(String path) {
    return new ModelOpenException(
        (path.isEmpty() ? "The network" : "\"" + path + "\"")
            + " has been closed, and its parameters with it. Wrap it before you close it, or load it"
            + " again.");
  }
}
