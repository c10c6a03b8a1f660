package io.github.gradcam.djl.internal.pickle;

import java.io.IOException;

/** A pickle that no TorchScript file holds; the message is a part of a sentence that says why. */
public final class PickleException extends IOException {

  private static final long serialVersionUID = 1L;

  PickleException(String message) {
    super(message);
  }
}
