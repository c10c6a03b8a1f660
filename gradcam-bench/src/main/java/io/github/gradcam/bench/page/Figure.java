package io.github.gradcam.bench.page;

import io.github.gradcam.bench.page.plot.Plot;

/**
 * A plot in the page.
 *
 * @param file its name
 * @param alt what it shows, for those who do not see it
 * @param plot the plot
 */
record Figure(String file, String alt, Plot plot) {}
