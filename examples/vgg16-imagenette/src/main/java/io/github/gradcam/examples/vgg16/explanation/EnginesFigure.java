package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.console.Progress;
import io.github.gradcam.examples.vgg16.data.ImagenetteClass;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.image.Figure;
import io.github.gradcam.image.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The same photos through several engines, a row a photo, a column an engine. */
public final class EnginesFigure {

  private EnginesFigure() {}

  /**
   * Explains the photos and draws nothing yet; {@link Figure#write} does. All maps of a row are of
   * the class that the first engine predicts; the captions say what each engine predicts, and how
   * far its map is from the first one's, at most, of 1.
   *
   * @param engines one an engine, at least two, as {@link Vgg16GradCam#of} gives them
   * @param photos at least one
   * @param console told of each photo
   * @return one row a photo
   * @throws io.github.gradcam.error.GradCamException if there are too few, a photo cannot be read,
   *     or a network cannot be explained at its layer
   */
  public static Figure of(List<GradCam> engines, List<PhotoFile> photos, Console console) {
    EngineCams all = new EngineCams(engines);
    if (photos.isEmpty()) {
      throw new InvalidInputException("There is no photo to explain. Name at least one.");
    }
    List<Figure.Row> rows = new ArrayList<>();
    List<Explanation> last = List.of();
    try (Progress progress =
        console.progress("explaining in each engine", "photos", photos.size())) {
      for (List<PhotoFile> batch : Batches.of(photos)) {
        List<List<Explanation>> explained =
            all.explain(batch.stream().map(PhotoFile::file).toList());
        for (int i = 0; i < batch.size(); i++) {
          rows.add(row(batch.get(i), explained.get(i)));
          last = explained.get(i);
        }
        progress.advance(batch.size());
      }
    }
    List<String> headings = new ArrayList<>(List.of("photo"));
    last.forEach(explanation -> headings.add(explanation.provenance().model().engine()));
    return Look.figure(
        headings,
        rows,
        Look.meaning(last.get(0)) + "; differences are from " + headings.get(1) + "'s map");
  }

  private static Figure.Row row(PhotoFile photo, List<Explanation> explained) {
    Explanation first = explained.get(0);
    List<Panel> panels = new ArrayList<>();
    panels.add(Look.photo(first, ""));
    panels.add(Look.overlay(first, Wording.predicted(first)));
    for (Explanation other : explained.subList(1, explained.size())) {
      double apart = PhotoDifference.between(first, other).largest();
      panels.add(
          Look.overlay(
              other,
              String.format(
                  Locale.ROOT, "%s\ndiffers by ≤ %.1e", Wording.predicted(other), apart)));
    }
    return new Figure.Row(ImagenetteClass.ALL.get(photo.label()).label(), panels);
  }
}
