package io.github.gradcam.bench.page.plot;

import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;

/** How values are drawn. */
public enum Form {
  /** For what grows from category to category. */
  LINES(CategorySeriesRenderStyle.Line),
  /** For categories that have no order. */
  BARS(CategorySeriesRenderStyle.Bar);

  private final CategorySeriesRenderStyle style;

  Form(CategorySeriesRenderStyle style) {
    this.style = style;
  }

  CategorySeriesRenderStyle style() {
    return style;
  }
}
