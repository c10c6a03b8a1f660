package io.github.gradcam.examples.vgg16.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Imagenette's folders.
 *
 * @param root where {@code train} and {@code val} lie
 */
record PhotoFolders(Path root) {

  private static final List<String> UNPACKED =
      List.of("imagenette2-320", "imagenette2", "imagenette2-160");
  private static final List<String> ENDINGS = List.of(".jpeg", ".jpg", ".png");

  /** A folder itself, or what the archive made in it. */
  static PhotoFolders in(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new DataException(
          "There is no folder "
              + folder
              + ". Name one with train/<wnid>/ and val/<wnid>/, such as imagenette2-320 unpacked.");
    }
    if (isRoot(folder)) {
      return new PhotoFolders(folder);
    }
    return UNPACKED.stream()
        .map(folder::resolve)
        .filter(PhotoFolders::isRoot)
        .findFirst()
        .map(PhotoFolders::new)
        .orElseThrow(
            () ->
                new DataException(
                    folder
                        + " holds "
                        + contents(folder)
                        + ", but Imagenette's folders train and val were expected. Name the folder"
                        + " that holds both."));
  }

  /**
   * The photos of a class, in the order of their names.
   *
   * @param part {@code train} or {@code val}
   * @param label the class
   * @param fewest how many there have to be
   */
  List<PhotoFile> photos(String part, int label, int fewest) {
    String wnid = ImagenetteClass.ALL.get(label).wnid();
    Path folder = root.resolve(part).resolve(wnid);
    if (!Files.isDirectory(folder)) {
      throw new DataException(
          root.resolve(part)
              + " holds "
              + contents(root.resolve(part))
              + ", but no folder "
              + wnid
              + " ("
              + ImagenetteClass.ALL.get(label).label()
              + "). Unpack Imagenette again, or name a folder with all ten classes.");
    }
    List<PhotoFile> photos =
        names(folder).stream()
            .filter(PhotoFolders::isPhoto)
            .filter(name -> Files.isRegularFile(folder.resolve(name)))
            .map(name -> new PhotoFile(folder.resolve(name), wnid + "/" + name, label))
            .sorted(Comparator.comparing(PhotoFile::name))
            .toList();
    if (photos.size() < fewest) {
      throw new DataException(
          folder
              + " holds "
              + photos.size()
              + " photos ("
              + String.join(", ", ENDINGS)
              + "), but at least "
              + fewest
              + (fewest == 1 ? " was" : " were")
              + " expected. Unpack Imagenette again.");
    }
    return photos;
  }

  private static boolean isRoot(Path folder) {
    return Files.isDirectory(folder.resolve("train")) && Files.isDirectory(folder.resolve("val"));
  }

  /** A name with a line break or the like is none of Imagenette's, and would break a list. */
  private static boolean isPhoto(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && name.chars().noneMatch(Character::isISOControl)
        && ENDINGS.stream().anyMatch(lower::endsWith);
  }

  private static String contents(Path folder) {
    List<String> names = names(folder);
    if (names.isEmpty()) {
      return "nothing";
    }
    int shown = Math.min(names.size(), 12);
    String more = names.size() > shown ? " and " + (names.size() - shown) + " more" : "";
    return String.join(", ", names.subList(0, shown)) + more;
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new DataException(
          "The folder " + folder + " cannot be read (" + e + "). Check its permissions.", e);
    }
  }
}
