package io.github.gradcam.cli.photos;

import io.github.gradcam.cli.result.FailedPhoto;

/** Says what to do where memory is too small. */
final class Memory {

  private Memory() {}

  /** A photo that did not fit. */
  static FailedPhoto tooSmallFor(FoundPhoto photo) {
    return new FailedPhoto(
        photo.file().toString(),
        photo.file()
            + " and its pictures do not fit into the memory that Java may use ("
            + (Runtime.getRuntime().maxMemory() >> 20)
            + " MiB). Give it more with GRADCAM_OPTS=-Xmx8g, or use fewer --threads.");
  }
}
