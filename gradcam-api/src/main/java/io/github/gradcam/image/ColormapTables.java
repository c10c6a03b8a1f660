package io.github.gradcam.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Reads the tables that {@code tools/colormaps/make_colormaps.py} wrote. */
final class ColormapTables {

  private static final Map<Colormap, int[]> TABLES = read();

  private ColormapTables() {}

  static int[] of(Colormap map) {
    return Objects.requireNonNull(TABLES.get(map));
  }

  private static Map<Colormap, int[]> read() {
    Map<Colormap, int[]> tables = new EnumMap<>(Colormap.class);
    try (InputStream in =
        Objects.requireNonNull(ColormapTables.class.getResourceAsStream("colormaps.txt"))) {
      for (String line : new String(in.readAllBytes(), US_ASCII).split("\n")) {
        int space = line.indexOf(' ');
        tables.put(
            Colormap.valueOf(line.substring(0, space).toUpperCase(Locale.ROOT)),
            colours(line.substring(space + 1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tables;
  }

  private static int[] colours(String digits) {
    int[] colours = new int[digits.length() / 6];
    for (int i = 0; i < colours.length; i++) {
      colours[i] = Integer.parseInt(digits, 6 * i, 6 * i + 6, 16);
    }
    return colours;
  }
}
