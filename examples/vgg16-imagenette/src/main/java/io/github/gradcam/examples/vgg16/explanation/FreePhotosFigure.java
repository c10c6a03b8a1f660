package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.GradCam;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.image.Figure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the network looks at in photos that nobody has labelled, a row a photo: the photo, the
 * heatmap for the class it predicts, that map over the photo, and the map of the runner-up.
 */
public final class FreePhotosFigure {

  private FreePhotosFigure() {}

  /**
   * Explains the photos and draws nothing yet; {@link Figure#write} does.
   *
   * @param cam as {@link Vgg16GradCam#of} gives it
   * @param photos any photos, at least one; each row is headed by its file's name
   * @param console told of each photo
   * @return one row a photo
   * @throws io.github.gradcam.error.GradCamException if there is no photo, one cannot be read, or
   *     the network cannot be explained at the layer
   */
  public static Figure of(GradCam cam, List<Path> photos, Console console) {
    if (photos.isEmpty()) {
      throw new InvalidInputException("There is no photo to explain. Name at least one file.");
    }
    List<Explained> explained = Explained.of(cam, photos, console);
    List<Figure.Row> rows = new ArrayList<>();
    for (int i = 0; i < photos.size(); i++) {
      rows.add(new Figure.Row(heading(photos.get(i)), LookedAt.panels(explained.get(i))));
    }
    return Look.figure(LookedAt.HEADINGS, rows, Look.meaning(explained.get(0).predicted()));
  }

  /** The file's name, without its ending; dashes part words that a line may break between. */
  private static String heading(Path photo) {
    String name = String.valueOf(photo.getFileName());
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name).replace('-', ' ').replace('_', ' ');
  }
}
