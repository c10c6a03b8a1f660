package io.github.gradcam.image;

import io.github.gradcam.error.EngineException;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The type that captions are set in: the JDK's sans-serif at a size that suits the pictures. */
record Captions(Font font) {

  private static final int SMALLEST = 13;

  /** Of a picture's size. */
  private static final double PART = 1 / 28.0;

  private static final int MOST_LINES = 3;
  private static final char FIRST_OF_EAST_ASIA = '\u2e80';
  private static final String ELLIPSIS = "…";

  /** In units of the type's size. */
  private static final double AIR = 0.35;

  private static final double ASCENT = 0.95;
  private static final double LINE = 1.25;

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  /** The type for pictures of some size: larger ones are looked at from further away. */
  static Captions forPictures(double width, double height) {
    int size = (int) Math.max(SMALLEST, Math.round(Math.sqrt(width * height) * PART));
    return new Captions(new Font(Font.SANS_SERIF, Font.PLAIN, size));
  }

  Captions bold() {
    return new Captions(font.deriveFont(Font.BOLD));
  }

  Captions smaller() {
    return new Captions(font.deriveFont(Math.max(SMALLEST - 2, 0.8f * font.getSize2D())));
  }

  /** The type's size in pixels. */
  double size() {
    return font.getSize2D();
  }

  /**
   * The lines of a caption: broken between words and where it has line breaks, shortened after the
   * third line.
   */
  List<String> lines(String caption, int width) {
    List<String> lines = new ArrayList<>();
    String rest = caption.strip();
    while (!rest.isEmpty()) {
      int end = lines.size() == MOST_LINES - 1 ? rest.length() : lineEnd(rest, width);
      lines.add(shortened(rest.substring(0, end).strip().replaceAll("\\s", " "), width));
      rest = rest.substring(end).strip();
    }
    return lines;
  }

  double width(String line) {
    try {
      return font.getStringBounds(line, CONTEXT).getWidth();
    } catch (InternalError | LinkageError | RuntimeException e) {
      // Each JDK has its own way to say that it finds no font.
      throw new EngineException(
          "This machine has no font to set captions in. Install fontconfig and a font (on Debian:"
              + " fontconfig and fonts-dejavu-core), or leave captions empty.",
          e);
    }
  }

  /** The height of lines with a little air above them; nothing for none. */
  int height(int lines) {
    return lines == 0 ? 0 : (int) Math.ceil((AIR + lines * LINE) * size());
  }

  /** Where a line stands, counted from 0, below the upper edge of its block. */
  double baseline(int line) {
    return (AIR + ASCENT + line * LINE) * size();
  }

  /** The last break between words that fits; within a word where that is too long for a line. */
  private int lineEnd(String text, int width) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    int between = 0;
    int within = 0;
    for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
      boolean fits = width(text.substring(0, at).stripTrailing()) <= width;
      if (!fits && between + within > 0) {
        return between > 0 ? between : within;
      }
      if (isBetweenWords(text.charAt(at - 1))) {
        between = at;
        if (!fits || text.charAt(at - 1) == '\n') {
          return at;
        }
      } else {
        within = at;
      }
    }
    return text.length();
  }

  /** After a space, or after a letter of a script that sets none, but not after a hyphen. */
  private static boolean isBetweenWords(char last) {
    return Character.isWhitespace(last) || last >= FIRST_OF_EAST_ASIA;
  }

  private String shortened(String line, int width) {
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(line);
    String shown = line;
    int end = letters.last();
    while (width(shown) > width && (end = letters.previous()) > 0) {
      shown = line.substring(0, end).stripTrailing() + ELLIPSIS;
    }
    return shown;
  }
}
