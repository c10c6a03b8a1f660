package io.github.gradcam.image;

import java.awt.Rectangle;
import java.util.List;

/** What a figure is put down on: pixels, or a drawing's text. */
interface Canvas {

  /** A picture, scaled to fill a place. */
  void picture(Motif motif, Rectangle place);

  /** A line of text whose anchor stands at a point of its baseline. */
  void text(String line, Captions type, Anchor anchor, double x, double baseline);

  /** A bar of colours from left to right, with marks at some shares of its length. */
  void bar(int[] colours, List<Double> marks, Rectangle place);
}
