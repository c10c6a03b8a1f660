package io.github.gradcam;

import io.github.gradcam.image.Placement;
import java.awt.image.BufferedImage;

/** A photo as it was, and where the network's input lies on it. */
record Photo(BufferedImage image, Placement placement) {}
