package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.GradCam;
import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the network saw where it erred, for the report. */
public final class MistakePictures {

  /** Twice as many pixels as the report shows, for sharp screens. */
  private static final int LONGER_SIDE = 448;

  private MistakePictures() {}

  /**
   * Explains the class that is predicted, right or wrong.
   *
   * @param cam as {@link Vgg16GradCam#of} gives it
   * @param photos the mistakes; may be none
   * @param console told of each photo
   * @return each photo under its heat, its longer side 448 pixels; in the photos' order
   * @throws io.github.gradcam.error.GradCamException if a photo cannot be read, or the network
   *     cannot be explained at the layer
   */
  public static Map<PhotoFile, BufferedImage> of(
      GradCam cam, List<PhotoFile> photos, Console console) {
    List<Explained> explained =
        Explained.of(cam, photos.stream().map(PhotoFile::file).toList(), console);
    Map<PhotoFile, BufferedImage> pictures = new LinkedHashMap<>();
    for (int i = 0; i < photos.size(); i++) {
      pictures.put(photos.get(i), Look.picture(explained.get(i).predicted(), LONGER_SIDE));
    }
    return pictures;
  }
}
