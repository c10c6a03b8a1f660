package io.github.gradcam.image;

/** One thing on a figure, at its place. */
@FunctionalInterface
interface Mark {

  /** Puts it down. */
  void put(Canvas canvas);
}
