package io.github.gradcam.examples.vgg16.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A photo of Imagenette and what is on it.
 *
 * @param file where it is
 * @param name {@code wnid/file name}, the same wherever the data lie
 * @param label the index of its class in {@link ImagenetteClass#ALL}
 */
public record PhotoFile(Path file, String name, int label) {

  /**
   * Whether it is from ImageNet's validation photos. The others, most of Imagenette's test set
   * among them, are ImageNet's training photos: VGG16 has seen them in its own training.
   */
  public boolean newToVgg16() {
    return name.contains("ILSVRC2012_val_");
  }

  /**
   * The size of its file: a photo of the same name that was made smaller is another photo.
   *
   * @throws DataException if it is gone
   */
  public long bytes() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new DataException(
          "The photo " + file + " cannot be looked at (" + e + "). Is the data still there?", e);
    }
  }
}
