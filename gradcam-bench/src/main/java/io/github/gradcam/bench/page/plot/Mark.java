package io.github.gradcam.bench.page.plot;

/**
 * A line across all panels to hold values against.
 *
 * @param value where
 * @param name what the legend calls it
 */
public record Mark(double value, String name) {}
