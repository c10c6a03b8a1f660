package io.github.gradcam.image;

import java.awt.image.BufferedImage;

/**
 * One picture of a figure.
 *
 * @param picture the picture
 * @param caption what stands below it; empty for none
 */
public record Panel(BufferedImage picture, String caption) {}
