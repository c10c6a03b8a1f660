package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.Explanation;
import io.github.gradcam.examples.vgg16.network.Vgg16;
import io.github.gradcam.image.Blending;
import io.github.gradcam.image.Figure;
import io.github.gradcam.image.Legend;
import io.github.gradcam.image.Overlay;
import io.github.gradcam.image.Panel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Collectors;

/** How the figures look, all of them: pictures of one height, none much wider than high. */
final class Look {

  private static final int HEIGHT = 192;

  /** A photo of 3 : 2. What is wider stands in a frame of this width, or columns would burst. */
  private static final int WIDEST = 288;

  private static final Color GROUND = Color.WHITE;

  /** Where there is no picture: seen as a place, not taken for one. */
  private static final Color EMPTY = new Color(0xf2f2f2);

  private static final Overlay OVERLAY = Overlay.standard();
  private static final Overlay MAP = OVERLAY.withBlending(Blending.EVEN).withOpacity(1);

  private Look() {}

  /** The photo as it is. */
  static Panel photo(Explanation explanation, String caption) {
    return framed(explanation, new Panel(photo(explanation), caption));
  }

  /** The map alone, as large as the photo. */
  static Panel map(Explanation explanation, String caption) {
    return framed(explanation, explanation.heatmap().panel(MAP, caption));
  }

  /** The map over the photo. */
  static Panel overlay(Explanation explanation, String caption) {
    return framed(explanation, explanation.heatmap().panel(OVERLAY, caption));
  }

  /** The map over the photo as a picture of its own. */
  static BufferedImage picture(Explanation explanation, int longerSide) {
    return explanation.heatmap().panel(OVERLAY, "").draw(longerSide).image();
  }

  /** A place where there is no picture. */
  static Panel nothing(String caption) {
    BufferedImage empty = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    empty.setRGB(0, 0, EMPTY.getRGB());
    return new Panel(empty, caption);
  }

  /** All in one, with the colours' meaning below. */
  static Figure figure(List<String> headings, List<Figure.Row> rows, String meaning) {
    return Figure.grid(headings, rows).withPanelHeight(HEIGHT).withLegend(new Legend(MAP, meaning));
  }

  /** What the colours mean, as one of the explanations knows it. */
  static String meaning(Explanation one) {
    return one.provenance().method()
        + " at "
        + one.provenance().layers().stream().map(Look::layer).collect(Collectors.joining(" + "))
        + ", share of each map's maximum";
  }

  /** What VGG16's papers call a layer; engines put numbers or folders before it. */
  private static String layer(String path) {
    return Vgg16.convolutions().stream().filter(path::endsWith).findFirst().orElse(path);
  }

  private static Panel framed(Explanation explanation, Panel panel) {
    BufferedImage photo = photo(explanation);
    if ((long) photo.getWidth() * HEIGHT <= (long) photo.getHeight() * WIDEST) {
      return panel;
    }
    BufferedImage picture = panel.draw(WIDEST).image();
    BufferedImage frame = new BufferedImage(WIDEST, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = frame.createGraphics();
    graphics.setColor(GROUND);
    graphics.fillRect(0, 0, WIDEST, HEIGHT);
    graphics.drawImage(picture, 0, (HEIGHT - picture.getHeight()) / 2, null);
    graphics.dispose();
    return new Panel(frame, panel.caption());
  }

  private static BufferedImage photo(Explanation explanation) {
    return explanation.heatmap().photo().orElseThrow().image();
  }
}
