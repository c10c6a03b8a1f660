package io.github.gradcam.examples.vgg16.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/**
 * One class's photos, divided at random. The shuffled photos are cut once, 85 to 15; fewer photos
 * are fewer from the beginning of either part.
 *
 * @param training what the network learns from
 * @param validation what training is watched with, at least one
 */
record Division(List<PhotoFile> training, List<PhotoFile> validation) {

  /** Fewer cannot be divided. */
  static final int FEWEST = 2;

  private static final double VALIDATION = 0.15;

  static Division of(List<PhotoFile> photos, OptionalInt limit, long seed) {
    List<PhotoFile> shuffled = shuffled(photos, seed);
    int cut = photos.size() - forValidation(photos.size());
    int taken = Math.min(photos.size(), limit.orElse(photos.size()));
    int held = forValidation(taken);
    return new Division(
        inOrder(shuffled.subList(0, taken - held)), inOrder(shuffled.subList(cut, cut + held)));
  }

  static List<PhotoFile> choice(List<PhotoFile> photos, OptionalInt limit, long seed) {
    int taken = Math.min(photos.size(), limit.orElse(photos.size()));
    return inOrder(shuffled(photos, seed).subList(0, taken));
  }

  private static int forValidation(int photos) {
    return Math.max(1, (int) Math.round(photos * VALIDATION));
  }

  private static List<PhotoFile> shuffled(List<PhotoFile> photos, long seed) {
    List<PhotoFile> shuffled = new ArrayList<>(photos);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  private static List<PhotoFile> inOrder(List<PhotoFile> photos) {
    return photos.stream().sorted(Comparator.comparing(PhotoFile::name)).toList();
  }
}
