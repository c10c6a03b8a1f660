package io.github.gradcam.cli.report;

import io.github.gradcam.cli.result.WellFormed;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Markup that is safe to put into a page: whatever was not markup already has been escaped. There
 * is no other way to make it than from templates that stand in this program.
 *
 * @param markup as it goes into the page
 */
record Html(String markup) {

  private static final String SLOT = "{}";

  /**
   * Fills a template.
   *
   * @param template markup, with {@code {}} for each value
   * @param values in order; {@link Html} goes in as it is, anything else as escaped text, fit for
   *     an element and for an attribute in double quotes
   */
  static Html of(String template, Object... values) {
    StringBuilder markup = new StringBuilder();
    int from = 0;
    for (Object value : values) {
      int slot = template.indexOf(SLOT, from);
      if (slot < 0) {
        throw new IllegalArgumentException("More values than slots: " + template);
      }
      markup.append(template, from, slot);
      markup.append(value instanceof Html html ? html.markup : escaped(value.toString()));
      from = slot + SLOT.length();
    }
    if (template.indexOf(SLOT, from) >= 0) {
      throw new IllegalArgumentException("Fewer values than slots: " + template);
    }
    return new Html(markup.append(template, from, template.length()).toString());
  }

  static Html none() {
    return new Html("");
  }

  static Collector<Html, ?, Html> joined() {
    return Collectors.collectingAndThen(
        Collectors.mapping(Html::markup, Collectors.joining()), Html::new);
  }

  /** Control characters have no meaning in a name, and some have one for a browser. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (char c : WellFormed.of(text).toCharArray()) {
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(Character.isISOControl(c) ? '\ufffd' : c);
      }
    }
    return safe.toString();
  }
}
