package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.data.ImagenetteClass;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.image.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Photos of one colour on black, in a folder.
 *
 * @param folder where they lie
 */
record Painted(Path folder) {

  static final int TENCH = 0;
  static final int SPRINGER = 1;
  static final int CASSETTE = 2;

  /** The right half is of the colour, the left half black. */
  PhotoFile rightHalf(String name, int label, Color colour, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.dispose();
    Path file = folder.resolve(name + ".png");
    new Picture(image).write(file);
    return new PhotoFile(file, ImagenetteClass.ALL.get(label).wnid() + "/" + name, label);
  }

  PhotoFile rightHalf(String name, int label, Color colour) {
    return rightHalf(name, label, colour, 64, 64);
  }

  /** A console that nobody reads. */
  static Console silent() {
    return new Console(new PrintStream(OutputStream.nullOutputStream()), false);
  }
}
