package io.github.gradcam.cli.photos;

import io.github.gradcam.cli.result.FailedPhoto;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds photos in files and folders, sub-folders and links included. A file that was named is
 * always taken; in folders, those that are called like pictures. Hidden files are left alone.
 */
public final class PhotoFinder {

  private static final Set<String> EXTENSIONS =
      Set.of("jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "tif", "tiff", "webp", "wbmp");

  /** By what they really are: a photo that was named twice is explained once. */
  private final Map<Path, FoundPhoto> photos = new LinkedHashMap<>();

  private final List<FailedPhoto> failures = new ArrayList<>();

  /** The folders above the one that is looked into, as they really are. */
  private final Set<Path> above = new HashSet<>();

  private int ignored;

  private final Set<Path> results;

  private PhotoFinder(List<Path> results) {
    this.results =
        results.stream()
            .map(place -> place.toAbsolutePath().normalize())
            .collect(Collectors.toSet());
  }

  /**
   * Looks into places.
   *
   * @param places files and folders
   * @param results folders that are not looked into, because results go there
   * @return what they hold
   */
  public static Found find(List<Path> places, List<Path> results) {
    PhotoFinder finder = new PhotoFinder(results);
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        Path prefix = places.size() == 1 ? Path.of("") : lastName(place);
        finder.folder(place, prefix);
      } else {
        finder.add(new FoundPhoto(place, lastName(place)));
      }
    }
    return new Found(List.copyOf(finder.photos.values()), finder.failures, finder.ignored);
  }

  private static Path lastName(Path place) {
    Path name = place.toAbsolutePath().normalize().getFileName();
    return name == null ? Path.of("") : name;
  }

  private void folder(Path folder, Path name) {
    Path real;
    try {
      real = folder.toRealPath();
      if (!above.add(real)) {
        throw new FileSystemLoopException(folder.toString());
      }
    } catch (FileSystemLoopException loop) {
      fail(
          folder,
          "is a link to a folder that it lies in, so it was not followed. Remove the link.");
      return;
    } catch (IOException e) {
      fail(
          folder, "cannot be looked into (" + e + "). Check that it is there and its permissions.");
      return;
    }
    entries(folder, name);
    above.remove(real);
  }

  private void entries(Path folder, Path name) {
    List<Path> sorted;
    try (Stream<Path> entries = Files.list(folder)) {
      sorted = entries.map(entry -> shown(folder, entry)).sorted().toList();
    } catch (IOException e) {
      fail(folder, "cannot be looked into (" + e + "). Check its permissions.");
      return;
    }
    for (Path entry : sorted) {
      Path below = name.resolve(entry.getFileName());
      if (entry.getFileName().toString().startsWith(".")) {
        continue;
      }
      if (Files.isDirectory(entry)) {
        if (!results.contains(Identity.of(entry))) {
          folder(entry, below);
        }
      } else if (EXTENSIONS.contains(FileName.extension(entry))) {
        photo(entry, below);
      } else {
        ignored++;
      }
    }
  }

  /** Pipes and devices would be waited for without end. */
  private void photo(Path entry, Path name) {
    if (Files.isRegularFile(entry)) {
      add(new FoundPhoto(entry, name));
    } else {
      fail(entry, "is no file, or a link to nothing, so it was not read. Remove it.");
    }
  }

  private void add(FoundPhoto photo) {
    photos.putIfAbsent(Identity.of(photo.file()), photo);
  }

  /** Below the folder one is in, names need no folder. */
  private static Path shown(Path folder, Path entry) {
    return folder.toString().equals(".") ? folder.relativize(entry) : entry;
  }

  private void fail(Path folder, String why) {
    failures.add(new FailedPhoto(folder.toString(), folder + " " + why));
  }
}
