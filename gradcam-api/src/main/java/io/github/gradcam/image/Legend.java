package io.github.gradcam.image;

/**
 * A colour bar from no heat to the most, with what that means. It shows the colours as they lie
 * over a grey photo, and where contour lines run.
 *
 * @param overlay the look of the pictures it belongs to
 * @param meaning what heat is a measure of, such as {@code grad-cam for church, share of the map's
 *     maximum}; empty for none
 */
public record Legend(Overlay overlay, String meaning) {}
