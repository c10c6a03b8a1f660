package io.github.gradcam.image;

import java.util.ArrayList;
import java.util.List;

/** Lines of text below one another. */
record TextBlock(List<String> lines, Captions type) {

  /** Text broken into lines no wider than this. */
  static TextBlock of(String text, int width, Captions type) {
    return new TextBlock(type.lines(text, width), type);
  }

  int width() {
    return (int) Math.ceil(lines.stream().mapToDouble(type::width).max().orElse(0));
  }

  /** With a little air above; nothing for no lines. */
  int height() {
    return type.height(lines.size());
  }

  /** Marks below an upper edge. */
  List<Mark> at(Anchor anchor, double x, double top) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      double baseline = top + type.baseline(i);
      marks.add(canvas -> canvas.text(line, type, anchor, x, baseline));
    }
    return marks;
  }
}
