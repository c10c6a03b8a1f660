package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.examples.vgg16.data.PhotoFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Photos drawn by lot. */
public final class Sample {

  private Sample() {}

  /**
   * As many photos of each class, class by class.
   *
   * @param photos any photos; their order does not matter
   * @param count how many of each class; all where there are fewer
   * @param seed the same seed draws the same photos; each class is drawn for itself
   */
  public static List<PhotoFile> perClass(Collection<PhotoFile> photos, int count, long seed) {
    TreeMap<Integer, List<PhotoFile>> classes =
        photos.stream()
            .sorted(Comparator.comparing(PhotoFile::name))
            .collect(Collectors.groupingBy(PhotoFile::label, TreeMap::new, Collectors.toList()));
    List<PhotoFile> drawn = new ArrayList<>();
    classes.forEach(
        (label, ofClass) -> {
          List<PhotoFile> shuffled = new ArrayList<>(ofClass);
          Collections.shuffle(shuffled, new Random(seed));
          drawn.addAll(shuffled.subList(0, Math.min(count, shuffled.size())));
        });
    return List.copyOf(drawn);
  }
}
