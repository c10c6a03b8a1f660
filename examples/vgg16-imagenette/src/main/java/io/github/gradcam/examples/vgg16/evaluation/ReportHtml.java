package io.github.gradcam.examples.vgg16.evaluation;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.github.gradcam.examples.vgg16.RunFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The report for people: one page with its pictures in it, of which nothing is left unescaped. */
final class ReportHtml {

  private ReportHtml() {}

  static String of(
      RunFolder run,
      Evaluation evaluation,
      List<ShownMistake> mistakes,
      Map<String, String> facts,
      Charts charts) {
    return template().execute(ReportView.of(run, evaluation, mistakes, facts, charts));
  }

  private static Template template() {
    try (InputStream in = ReportHtml.class.getResourceAsStream("report.html")) {
      if (in == null) {
        throw new IllegalStateException("This program was built without report.html.");
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        return Mustache.compiler().withEscaper(ReportHtml::escaped).compile(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("report.html cannot be read.", e);
    }
  }

  /** Control characters have no meaning in a name, and some have one for a browser. */
  private static String escaped(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c ->
                Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
                    ? 0xfffd
                    : c)
        .forEach(visible::appendCodePoint);
    return Escapers.HTML.escape(visible.toString());
  }
}
