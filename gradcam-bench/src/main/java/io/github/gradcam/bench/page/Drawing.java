package io.github.gradcam.bench.page;

import io.github.gradcam.bench.page.plot.Axes;
import io.github.gradcam.bench.page.plot.Form;
import io.github.gradcam.bench.page.plot.Panel;
import io.github.gradcam.bench.page.plot.Plot;
import java.util.List;

/**
 * How a grid is drawn.
 *
 * @param file the picture's name
 * @param alt what it shows
 * @param form lines or bars
 * @param axes what its axes say
 */
record Drawing(String file, String alt, Form form, Axes axes) {

  Figure of(List<Panel> panels) {
    return new Figure(file, alt, new Plot(form, axes, panels, Names::of));
  }
}
