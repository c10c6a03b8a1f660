package io.github.gradcam.examples.vgg16.data;

import io.github.gradcam.image.Images;
import java.awt.image.BufferedImage;

/** Decodes photos. */
public final class Photos {

  private Photos() {}

  /**
   * Decodes a photo.
   *
   * @param photo which
   * @return its pixels, {@code TYPE_INT_RGB}, whatever its size; grey is three equal channels
   * @throws io.github.gradcam.error.InvalidInputException if it is broken or gone
   */
  public static BufferedImage read(PhotoFile photo) {
    return Images.read(photo.file());
  }
}
