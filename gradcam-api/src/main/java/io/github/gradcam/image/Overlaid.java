package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.tensor.Tensor;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** A photo under its heat. The photo is scaled first, so that heat and lines are drawn sharp. */
record Overlaid(BufferedImage photo, Overlay overlay, Tensor heat, Region region) implements Motif {

  static Overlaid of(BufferedImage photo, Overlay overlay, Tensor heat, Placement placement) {
    Heat.requireMap(heat);
    if (photo.getWidth() != placement.photoWidth()
        || photo.getHeight() != placement.photoHeight()) {
      throw new InvalidInputException(
          "The placement is of a photo of "
              + placement.photoWidth()
              + " x "
              + placement.photoHeight()
              + " pixels, but this photo has "
              + photo.getWidth()
              + " x "
              + photo.getHeight()
              + ". Draw over the photo that was prepared.");
    }
    return new Overlaid(photo, overlay, heat, placement.region());
  }

  @Override
  public int width() {
    return photo.getWidth();
  }

  @Override
  public int height() {
    return photo.getHeight();
  }

  @Override
  public void paint(Sheet sheet, Rectangle place) {
    sheet.place(Scaled.to(photo, place.width, place.height), place.x, place.y);
    double across = (double) place.width / width();
    double down = (double) place.height / height();
    Region scaled = region.scaled(across, down);
    Blender.of(overlay).blend(sheet, place, heat, scaled);
    ContourPainter.paint(sheet, place, overlay.contours(), heat, scaled);
  }
}
