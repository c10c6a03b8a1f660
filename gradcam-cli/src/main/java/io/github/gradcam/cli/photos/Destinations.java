package io.github.gradcam.cli.photos;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where each photo's file goes: below one folder as the photos lie below theirs, and no two in one
 * place. {@code a.jpg} becomes {@code a.png}; where {@code a.jpg} and {@code a.gif} lie side by
 * side, they become {@code a.jpg.png} and {@code a.gif.png}.
 */
public final class Destinations {

  private final @Nullable Path top;
  private final Map<FoundPhoto, Path> files;

  private Destinations(@Nullable Path top, Map<FoundPhoto, Path> files) {
    this.top = top;
    this.files = files;
  }

  /**
   * Everything into a folder.
   *
   * @param photos the photos
   * @param folder the folder; need not exist
   * @param ending what the names of their files end in, such as {@code .png}
   * @return the places
   */
  public static Destinations inFolder(
      List<FoundPhoto> photos, Path folder, Function<FoundPhoto, String> ending) {
    Map<String, Integer> uses = new HashMap<>();
    for (FoundPhoto photo : photos) {
      uses.merge(key(FileName.stem(photo.name())), 1, Integer::sum);
    }
    Map<FoundPhoto, Path> files = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (FoundPhoto photo : photos) {
      String stem = FileName.stem(photo.name());
      String wanted = uses.getOrDefault(key(stem), 0) > 1 ? photo.name().toString() : stem;
      String name = wanted;
      for (int again = 1; !taken.add(key(name)); again++) {
        name = wanted + "-" + again;
      }
      files.put(photo, folder.resolve(name + ending.apply(photo)));
    }
    return new Destinations(folder, files);
  }

  /**
   * One photo, one file.
   *
   * @param photo the photo
   * @param file its file
   * @return the place
   */
  public static Destinations single(FoundPhoto photo, Path file) {
    return new Destinations(file.toAbsolutePath().getParent(), Map.of(photo, file));
  }

  /**
   * Makes the folder that they all go to.
   *
   * @throws io.github.gradcam.error.WriteException if it cannot be made, or not be written to
   */
  public void begin() {
    Folders.make(top);
  }

  /**
   * Where a photo's file goes.
   *
   * @param photo one of the photos
   * @return the file
   */
  public Path of(FoundPhoto photo) {
    return Objects.requireNonNull(files.get(photo), "not one of the photos");
  }

  /**
   * Where a photo's file goes, in a folder that is there.
   *
   * @param photo one of the photos
   * @return the file
   * @throws io.github.gradcam.error.WriteException if the folder cannot be made
   */
  public Path ready(FoundPhoto photo) {
    Path file = of(photo);
    Folders.make(file.toAbsolutePath().getParent());
    return file;
  }

  /** All places. */
  public Stream<Path> all() {
    return files.values().stream();
  }

  /** Many file systems do not tell upper from lower case. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
