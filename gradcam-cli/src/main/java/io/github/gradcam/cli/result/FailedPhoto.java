package io.github.gradcam.cli.result;

/**
 * A photo that could not be explained.
 *
 * @param file the photo's path as the user would write it
 * @param error why: whole sentences
 */
public record FailedPhoto(String file, String error) implements PhotoResult {}
