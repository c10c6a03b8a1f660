package io.github.gradcam.bench.page.plot;

import java.util.Optional;

/**
 * What the axes of all panels say.
 *
 * @param across below the panels
 * @param upwards left of them
 * @param start where the upward axis starts, at most
 * @param mark the line across, if there is one
 */
public record Axes(String across, String upwards, double start, Optional<Mark> mark) {}
