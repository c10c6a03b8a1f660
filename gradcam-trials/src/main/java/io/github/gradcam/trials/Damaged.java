package io.github.gradcam.trials;

import io.github.gradcam.tensor.Shape;
import java.nio.file.Path;

/**
 * A network that has been damaged.
 *
 * @param file where it lies
 * @param image the shape of one of its inputs, before it was damaged
 */
public record Damaged(Path file, Shape image) {}
