package io.github.gradcam.cli.result;

/** What became of one photo. */
public sealed interface PhotoResult permits ExplainedPhoto, FailedPhoto {

  /** The photo's path as the user would write it. */
  String file();
}
