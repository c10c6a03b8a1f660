package io.github.gradcam.cli.photos;

import java.nio.file.Path;

/**
 * A file that is, or claims to be, a photo.
 *
 * @param file where it lies, as the user would write it
 * @param name its path below the folder that was named, or just its name where the file was named
 */
public record FoundPhoto(Path file, Path name) {}
