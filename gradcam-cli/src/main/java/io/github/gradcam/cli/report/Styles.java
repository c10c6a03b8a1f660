package io.github.gradcam.cli.report;

import io.github.gradcam.image.Colormap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The style sheet of one report: the common part, and rules for its classes and views.
 *
 * @param text CSS
 */
record Styles(String text) {

  private static final int STOPS = 16;

  static Styles of(Tally tally, Colormap colours) {
    StringBuilder css = new StringBuilder(common());
    css.append(".bar{background:linear-gradient(to right,").append(stops(colours)).append(")}\n");
    for (int index : tally.classes().keySet()) {
      css.append(
          "body:has(#class option[value=\"%d\"]:checked) .c%d{display:block}\n"
              .formatted(index, index));
    }
    for (int view = 1; view <= tally.heats(); view++) {
      css.append(
          "article:has(input.v%d:checked) img.v%d{visibility:visible}\n".formatted(view, view));
    }
    return new Styles(css.toString());
  }

  private static String stops(Colormap colours) {
    return IntStream.rangeClosed(0, STOPS)
        .mapToObj(i -> String.format(Locale.ROOT, "#%06x", colours.rgb((double) i / STOPS)))
        .collect(Collectors.joining(","));
  }

  private static String common() {
    try (InputStream in = Styles.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("This program was built without report.css.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report.css cannot be read.", e);
    }
  }

  /** What a content security policy allows instead of every style. */
  String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
