package io.github.gradcam.image;

import java.io.IOException;

/** What is wrong with a file, found before its decoder saw it. */
final class BrokenPhotoException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param what goes on after {@code "… is truncated or broken: "}
   */
  BrokenPhotoException(String what) {
    super(what);
  }

  static BrokenPhotoException withoutPixels(int width, int height) {
    return new BrokenPhotoException(
        "its header says " + width + " x " + height + " pixels, but a photo has at least one");
  }
}
