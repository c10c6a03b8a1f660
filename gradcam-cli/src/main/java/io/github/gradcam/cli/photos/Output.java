package io.github.gradcam.cli.photos;

import io.github.gradcam.cli.result.PhotoResult;

/** One of the ways to tell of photos: pictures, lines, a report. */
public interface Output {

  /**
   * Does what is dear, such as drawing. Called on any thread, for many photos at once.
   *
   * @param photo the photo
   * @param result what became of it; not to be kept
   * @return what is left to do in the order of the photos, on one thread; holds little memory
   */
  Runnable prepare(FoundPhoto photo, PhotoResult result);

  /** Completes what was written, after the last photo, or after the last before an interrupt. */
  default void finish() {}

  /** Lets go without completing, after a failure; leaves no half of a file. */
  default void discard() {}
}
