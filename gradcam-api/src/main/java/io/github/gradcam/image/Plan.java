package io.github.gradcam.image;

import java.util.List;

/**
 * A figure laid out: what stands where, in pixels.
 *
 * @param width of the figure, margins included
 * @param height of the figure, margins included
 * @param marks what stands on it
 */
record Plan(int width, int height, List<Mark> marks) {}
