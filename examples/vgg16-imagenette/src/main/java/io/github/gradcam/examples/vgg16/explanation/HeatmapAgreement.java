package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.console.Progress;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether engines draw the same heatmaps.
 *
 * @param pairs each engine with each other one
 */
public record HeatmapAgreement(List<PairAgreement> pairs) {

  /** How far apart two maps between 0 and 1 may be anywhere. */
  public static final double LIMIT = 1e-4;

  /** Takes a copy. */
  public HeatmapAgreement {
    pairs = List.copyOf(pairs);
  }

  /** Whether no pair is further apart than {@link #LIMIT}. */
  public boolean holds() {
    return pairs.stream().allMatch(PairAgreement::holds);
  }

  /** The largest difference between any two engines, on any photo, anywhere. */
  public double largest() {
    return pairs.stream().mapToDouble(PairAgreement::largest).max().orElse(0);
  }

  /**
   * Explains photos in every engine, each for the class that the first one predicts, and compares
   * the maps, every engine's with every other's. What is found is told, within the limit or not.
   *
   * @param engines one an engine, at least two, as {@link Vgg16GradCam#of} gives them
   * @param photos at least one, such as {@link Sample#perClass} draws
   * @param console told of each photo, and of each pair
   * @throws io.github.gradcam.error.GradCamException if there are too few, a photo cannot be read,
   *     a network cannot be explained at its layer, or maps differ in size
   */
  public static HeatmapAgreement of(
      List<GradCam> engines, List<PhotoFile> photos, Console console) {
    EngineCams all = new EngineCams(engines);
    if (photos.isEmpty()) {
      throw new InvalidInputException("There is no photo to compare. Name at least one.");
    }
    List<Compared> compared = Compared.pairs(engines.size());
    List<String> names = new ArrayList<>();
    try (Progress progress = console.progress("comparing heatmaps", "photos", photos.size())) {
      for (List<PhotoFile> batch : Batches.of(photos)) {
        List<List<Explanation>> explained =
            all.explain(batch.stream().map(PhotoFile::file).toList());
        for (int i = 0; i < batch.size(); i++) {
          for (Compared pair : compared) {
            pair.add(batch.get(i), explained.get(i));
          }
        }
        if (names.isEmpty()) {
          explained.get(0).forEach(each -> names.add(each.provenance().model().engine()));
        }
        progress.advance(batch.size());
      }
    }
    HeatmapAgreement agreement =
        new HeatmapAgreement(
            compared.stream()
                .map(
                    pair ->
                        PairAgreement.of(
                            names.get(pair.one()), names.get(pair.other()), pair.differences()))
                .toList());
    agreement.pairs().forEach(pair -> console.say("%s", pair.line()));
    return agreement;
  }

  /** Two engines by their place, and what was found so far. */
  private record Compared(int one, int other, Map<PhotoFile, PhotoDifference> differences) {

    static List<Compared> pairs(int engines) {
      List<Compared> pairs = new ArrayList<>();
      for (int one = 0; one < engines; one++) {
        for (int other = one + 1; other < engines; other++) {
          pairs.add(new Compared(one, other, new LinkedHashMap<>()));
        }
      }
      return pairs;
    }

    void add(PhotoFile photo, List<Explanation> explained) {
      differences.put(photo, PhotoDifference.between(explained.get(one), explained.get(other)));
    }
  }
}
