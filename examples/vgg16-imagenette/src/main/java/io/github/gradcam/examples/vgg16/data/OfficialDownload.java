package io.github.gradcam.examples.vgg16.data;

import io.github.gradcam.examples.vgg16.console.Console;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file as its makers publish it.
 *
 * @param url where it is
 * @param size its bytes
 * @param md5 its checksum as published, in lower-case hexadecimal digits
 * @param byHand the option that names it if it was fetched by hand, such as {@code --weights FILE}
 */
public record OfficialDownload(URI url, long size, String md5, String byHand) {

  /** Imagenette, the shorter side of its photos 320 pixels long, from fast.ai. */
  public static final OfficialDownload IMAGENETTE =
      new OfficialDownload(
          URI.create("https://s3.amazonaws.com/fast-ai-imageclas/imagenette2-320.tgz"),
          341_663_724,
          "3df6f0d01a2c9592104656642f5e78a3",
          "--data DIR, unpacked");

  /** VGG16's convolutions, trained on ImageNet, from Keras. */
  public static final OfficialDownload WEIGHTS =
      new OfficialDownload(
          URI.create(
              "https://storage.googleapis.com/tensorflow/keras-applications/vgg16/"
                  + "vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5"),
          58_889_256,
          "6d6bbae143d832006294945121d1f1fc",
          "--weights FILE");

  private static final String UNPACKED = "imagenette";

  /**
   * The file, fetched unless it was before. An interrupted download goes on where it was.
   *
   * @param folder where it is kept; created if it is missing
   * @param console where progress is shown
   * @return the file, whose checksum was right
   * @throws DataException if it cannot be fetched, or is another file than was published
   */
  public Path fetch(Path folder, Console console) {
    Path file = Folders.created(folder).resolve(name());
    return Files.exists(file) ? file : new PartialFile(this, file).complete(console);
  }

  /**
   * Imagenette's photos, fetched and unpacked unless they were before.
   *
   * @param folder where they are kept; created if it is missing
   * @param console where progress is shown
   * @return a folder for {@link Imagenette#open}
   * @throws DataException as {@link #fetch}, or if the archive cannot be unpacked
   */
  public static Path imagenette(Path folder, Console console) {
    Path unpacked = folder.resolve(UNPACKED);
    if (!Files.isDirectory(unpacked)) {
      new PhotoArchive(IMAGENETTE.fetch(folder, console)).unpack(unpacked, console);
    }
    return unpacked;
  }

  /** What the file is called. */
  String name() {
    String path = url.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** What to do if it cannot be fetched. */
  String otherWay() {
    return "Or fetch " + url + " by hand and name it with " + byHand + ".";
  }
}
