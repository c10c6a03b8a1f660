package io.github.gradcam.cli;

/** What pictures in a folder are; the names are what is typed. */
enum PictureEnding {
  png,
  jpg,
  svg
}
