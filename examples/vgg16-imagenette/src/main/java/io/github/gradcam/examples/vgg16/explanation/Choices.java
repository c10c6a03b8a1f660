package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.examples.vgg16.data.ImagenetteClass;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which photos the figure shows, by what the network says of all of them. */
public final class Choices {

  private static final Comparator<Judged> SUREST_FIRST =
      Comparator.comparingDouble(Judged::probability)
          .reversed()
          .thenComparing(judged -> judged.photo().name());

  private Choices() {}

  /**
   * One choice a class, in the order of {@link ImagenetteClass#ALL}; classes without photos are
   * left out. The correct photo is drawn by lot among all that the network knows, so that it is
   * neither its best nor its worst; the mistake is the one it is surest of.
   *
   * @param photos any photos of Imagenette
   * @param logits the network's output for them, {@code [photos, classes]}, before softmax
   * @param seed the same seed draws the same photos, in whatever order they come
   * @throws io.github.gradcam.error.InvalidInputException if there are not as many rows as photos
   *     or columns as classes, or not all numbers are finite
   */
  public static List<Choice> of(List<PhotoFile> photos, Tensor logits, long seed) {
    List<Judged> judged = Judged.of(photos, logits);
    List<PhotoFile> known = judged.stream().filter(Judged::correct).map(Judged::photo).toList();
    List<PhotoFile> drawn = Sample.perClass(known, 1, seed);
    List<Choice> choices = new ArrayList<>();
    for (int label = 0; label < ImagenetteClass.ALL.size(); label++) {
      int wanted = label;
      if (photos.stream().anyMatch(photo -> photo.label() == wanted)) {
        Optional<PhotoFile> correct =
            drawn.stream().filter(photo -> photo.label() == wanted).findFirst();
        Optional<PhotoFile> mistake =
            judged.stream()
                .filter(photo -> photo.photo().label() == wanted && !photo.correct())
                .min(SUREST_FIRST)
                .map(Judged::photo);
        choices.add(new Choice(ImagenetteClass.ALL.get(label), correct, mistake));
      }
    }
    return List.copyOf(choices);
  }
}
