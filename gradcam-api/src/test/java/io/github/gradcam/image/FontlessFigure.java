package io.github.gradcam.image;

import java.awt.image.BufferedImage;
import java.util.List;

/** Draws a figure with a caption, then one without; prints what became of each. */
final class FontlessFigure {

  private FontlessFigure() {}

  public static void main(String[] args) {
    for (String caption : new String[] {"caption", ""}) {
      BufferedImage picture = new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB);
      try {
        System.out.println(Figure.of(List.of(new Panel(picture, caption))).draw().width());
      } catch (RuntimeException e) {
        System.out.println(e);
      }
    }
  }
}
