package io.github.gradcam.image;

import io.github.gradcam.error.EngineException;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** The type that captions are set in: the JDK's sans-serif at a size that suits the pictures. */
record Captions(Font font) {

  private static final int SMALLEST = 13;

  /** Of a picture's size. */
  private static final double PART = 1 / 28.0;

  private static final int MOST_LINES = 3;
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
      lines.add(shortened(rest.substring(0, end).strip().replace('\n', ' '), width));
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

  /** The end of the last word that fits, or of the first if none does. */
  private int lineEnd(String text, int width) {
    int end = -1;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || Character.isWhitespace(text.charAt(at))) {
        if (end > 0 && width(text.substring(0, at)) > width) {
          return end;
        }
        end = at;
        if (at < text.length() && text.charAt(at) == '\n') {
          return end;
        }
      }
    }
    return end;
  }

  private String shortened(String line, int width) {
    String kept = line;
    String shown = line;
    while (width(shown) > width && kept.length() > 1) {
      kept = kept.substring(0, kept.length() - 1).stripTrailing();
      shown = kept + ELLIPSIS;
    }
    return shown;
  }
}
