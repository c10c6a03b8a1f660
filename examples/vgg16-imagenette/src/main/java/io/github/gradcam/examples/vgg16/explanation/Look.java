package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.Explanation;
import io.github.gradcam.image.Blending;
import io.github.gradcam.image.Figure;
import io.github.gradcam.image.Legend;
import io.github.gradcam.image.Overlay;
import io.github.gradcam.image.Panel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** How the figures look, all of them: pictures of one height, none much wider than high. */
final class Look {

  private static final int HEIGHT = 192;

  /** A photo of 3 : 2. What is wider stands in a frame of this width, or columns would burst. */
  private static final int WIDEST = 288;

  private static final Color GROUND = Color.WHITE;

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
    BufferedImage ground = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    ground.setRGB(0, 0, GROUND.getRGB());
    return new Panel(ground, caption);
  }

  /** All in one, with the colours' meaning below; one of its explanations says what that is. */
  static Figure figure(List<String> headings, List<Figure.Row> rows, Explanation one) {
    String meaning =
        one.provenance().method()
            + " at "
            + String.join(" + ", one.provenance().layers())
            + ", share of each map's maximum";
    return Figure.grid(headings, rows)
        .withPanelHeight(HEIGHT)
        .withLegend(new Legend(MAP, meaning));
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
