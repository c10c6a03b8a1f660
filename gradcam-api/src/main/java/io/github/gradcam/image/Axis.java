package io.github.gradcam.image;

/**
 * One axis of a resize and crop: the photo's {@code source} pixels are resized to {@code resized},
 * of which the input takes {@code length} from {@code offset} on. What lies outside {@code 0 ..
 * resized} is padding.
 */
record Axis(int source, int resized, int offset, int length) {

  /** The first pixel of the input that is not padding. */
  int begin() {
    return Math.max(0, -offset);
  }

  /** The end, exclusive, of the input's pixels that are not padding. */
  int end() {
    return Math.min(length, resized - offset);
  }

  /** Where the input begins, in the photo's pixels. */
  double start() {
    return (double) offset * source / resized;
  }

  /** How much the input covers, in the photo's pixels. */
  double extent() {
    return (double) length * source / resized;
  }
}
