package io.github.gradcam.cli.photos;

import java.io.IOException;
import java.nio.file.Path;

/** Tells whether two paths mean one place, links followed. */
public final class Identity {

  private Identity() {}

  /**
   * The one path of a place.
   *
   * @param place a file or folder that need not be there
   * @return where it really is, or would be
   */
  public static Path of(Path place) {
    Path absolute = place.toAbsolutePath();
    try {
      return absolute.toRealPath();
    } catch (IOException missing) {
      // What is not there yet lies where its folder really is.
      Path plain = absolute.normalize();
      Path parent = plain.getParent();
      Path name = plain.getFileName();
      return parent == null || name == null ? plain : of(parent).resolve(name);
    }
  }
}
