package io.github.gradcam.examples.vgg16.data;

import io.github.gradcam.examples.vgg16.console.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Imagenette's photos and what each is for. Every list is in the order of the classes, and of the
 * names in a class.
 *
 * @param training what the network learns from, 85 in 100 of {@code train}
 * @param validation what training is watched with, the rest of {@code train}
 * @param test what is looked at once, at the end: all of {@code val}
 */
public record Imagenette(
    List<PhotoFile> training, List<PhotoFile> validation, List<PhotoFile> test) {

  /** Takes copies. */
  public Imagenette {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
  }

  /**
   * Finds the photos and divides them, class by class. What is chosen depends on the names and the
   * seed alone. A smaller choice is part of a larger one with the same seed, so that no photo is
   * for training in one and for validation in the other.
   *
   * @param folder a folder with {@code train/<wnid>/*} and {@code val/<wnid>/*}, or one in which
   *     Imagenette's archive was unpacked
   * @param limit how many photos of each class of {@code train}, and of {@code val}, at the most;
   *     at least 2
   * @param seed what the choice and the division depend on
   * @return all photos; none has been decoded
   * @throws DataException if folders or photos are missing
   */
  public static Imagenette open(Path folder, OptionalInt limit, long seed) {
    if (limit.isPresent() && limit.getAsInt() < Division.FEWEST) {
      throw new DataException(
          "A limit of "
              + limit.getAsInt()
              + " photos a class is too low: training and validation need one each. Take at least "
              + Division.FEWEST
              + ".");
    }
    PhotoFolders folders = PhotoFolders.in(folder);
    List<PhotoFile> training = new ArrayList<>();
    List<PhotoFile> validation = new ArrayList<>();
    List<PhotoFile> test = new ArrayList<>();
    for (int label = 0; label < ImagenetteClass.ALL.size(); label++) {
      Division division =
          Division.of(folders.photos("train", label, Division.FEWEST), limit, seed + label);
      training.addAll(division.training());
      validation.addAll(division.validation());
      test.addAll(Division.choice(folders.photos("val", label, 1), limit, seed + label));
    }
    return new Imagenette(training, validation, test);
  }

  /** All photos: training, then validation, then test. */
  public List<PhotoFile> all() {
    return Stream.of(training, validation, test).flatMap(List::stream).toList();
  }

  /**
   * The photos that can be decoded. The first time each is looked at, on all processors, and those
   * that are broken are listed on the console and in a file; later the file is believed, as long as
   * the photos have the same names and sizes.
   *
   * @param record the file; its folder exists
   * @param console where broken photos and progress are shown
   * @return these photos less the broken ones
   * @throws DataException if more than one in a hundred is broken
   */
  public Imagenette readable(Path record, Console console) {
    return without(BrokenPhotos.among(all(), record, console).names());
  }

  private Imagenette without(Set<String> names) {
    return new Imagenette(
        without(names, training), without(names, validation), without(names, test));
  }

  private static List<PhotoFile> without(Set<String> names, List<PhotoFile> photos) {
    return photos.stream().filter(photo -> !names.contains(photo.name())).toList();
  }
}
