package io.github.gradcam.examples.vgg16.training;

import io.github.gradcam.examples.vgg16.data.ImagenetteClass;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Photos that can be told apart: each class is a colour, with a blot of chance. */
public final class PaintedPhotos {

  private PaintedPhotos() {}

  /**
   * Paints some.
   *
   * @param each how many a class
   */
  public static List<PhotoFile> paint(Path folder, int each, int seed) throws IOException {
    List<PhotoFile> photos = new ArrayList<>();
    Random random = new Random(seed);
    for (int label = 0; label < ImagenetteClass.ALL.size(); label++) {
      String wnid = ImagenetteClass.ALL.get(label).wnid();
      Files.createDirectories(folder.resolve(wnid));
      for (int index = 0; index < each; index++) {
        String name = "photo-" + seed + "-" + index + ".png";
        Path file = folder.resolve(wnid).resolve(name);
        ImageIO.write(photo(label, random), "png", file.toFile());
        photos.add(new PhotoFile(file, wnid + "/" + name, label));
      }
    }
    return photos;
  }

  private static BufferedImage photo(int label, Random random) {
    BufferedImage photo = new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = photo.createGraphics();
    graphics.setColor(Color.getHSBColor(label / 10f, 0.9f, 0.8f));
    graphics.fillRect(0, 0, 80, 60);
    graphics.setColor(new Color(random.nextInt(1 << 24)));
    graphics.fillOval(random.nextInt(60), random.nextInt(40), 12, 12);
    graphics.dispose();
    return photo;
  }
}
