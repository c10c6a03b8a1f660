package io.github.gradcam.examples.swap.agreement;

import java.nio.file.Path;

/** Prints how far the engines lie apart. */
public final class Matrix {

  private Matrix() {}

  /**
   * Prints the tables of the networks in the project and, if it is named, of VGG16 as it was trained.
   *
   * @param args the folder that {@code tools/agreement/make_vgg.py full} has written, or nothing
   */
  public static void main(String[] args) {
    System.out.println(Agreement.of(Settings.embedded(), Settings.photos()).table());
    System.out.println(Agreement.of(Settings.small(), Settings.photos()).table());
    if (args.length > 0) {
      System.out.println(Agreement.of(Settings.full(Path.of(args[0])), Settings.photos()).table());
    }
  }
}
