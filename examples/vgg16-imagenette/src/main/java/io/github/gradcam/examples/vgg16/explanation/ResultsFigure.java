package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.GradCam;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.data.ImagenetteClass;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.image.Figure;
import io.github.gradcam.image.Panel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the network looks at, a row a class: a photo it knows, the heatmap for the class it
 * predicts, that map over the photo, the map of the runner-up, and a photo that it mistook, with
 * the map of the class it saw there.
 */
public final class ResultsFigure {

  private ResultsFigure() {}

  /**
   * Explains the photos and draws nothing yet; {@link Figure#write} does.
   *
   * @param cam as {@link Vgg16GradCam#of} gives it
   * @param choices what each row shows, as {@link Choices#of} gives it
   * @param console told of each photo
   * @return one row a choice
   * @throws io.github.gradcam.error.GradCamException if there is no photo, one cannot be read, or
   *     the network cannot be explained at the layer
   */
  public static Figure of(GradCam cam, List<Choice> choices, Console console) {
    List<PhotoFile> photos =
        choices.stream()
            .flatMap(choice -> Stream.of(choice.correct(), choice.mistake()))
            .flatMap(Optional::stream)
            .toList();
    if (photos.isEmpty()) {
      throw new InvalidInputException(
          "There is no photo to explain: no class has one. Evaluate the network on some photos.");
    }
    List<Explained> explained =
        Explained.of(cam, photos.stream().map(PhotoFile::file).toList(), console);
    Map<PhotoFile, Explained> byPhoto = new HashMap<>();
    for (int i = 0; i < photos.size(); i++) {
      byPhoto.put(photos.get(i), explained.get(i));
    }
    return Look.figure(
        headings(),
        choices.stream().map(choice -> row(choice, byPhoto)).toList(),
        Look.meaning(explained.get(0).predicted()));
  }

  private static List<String> headings() {
    List<String> headings = new ArrayList<>(LookedAt.HEADINGS);
    headings.add("a mistake");
    return headings;
  }

  private static Figure.Row row(Choice choice, Map<PhotoFile, Explained> explained) {
    List<Panel> panels = new ArrayList<>();
    Optional<Explained> correct = choice.correct().map(explained::get);
    if (correct.isPresent()) {
      panels.addAll(LookedAt.panels(correct.get()));
    } else {
      panels.add(Look.nothing("none was known"));
      while (panels.size() < LookedAt.HEADINGS.size()) {
        panels.add(Look.nothing(""));
      }
    }
    panels.add(
        choice
            .mistake()
            .map(explained::get)
            .map(mistaken -> mistake(choice.shown(), mistaken))
            .orElseGet(() -> Look.nothing("no mistake")));
    return new Figure.Row(choice.shown().label(), panels);
  }

  private static Panel mistake(ImagenetteClass shown, Explained mistaken) {
    return Look.overlay(
        mistaken.predicted(),
        "is " + shown.label() + ",\nseen as " + Wording.explained(mistaken.predicted()));
  }
}
