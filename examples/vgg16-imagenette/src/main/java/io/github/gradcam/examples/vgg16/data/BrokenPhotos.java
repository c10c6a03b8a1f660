package io.github.gradcam.examples.vgg16.data;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.console.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The photos that cannot be decoded, and why.
 *
 * @param reasons what is wrong, by the photo's name
 */
record BrokenPhotos(SortedMap<String, String> reasons) {

  private static final int ONE_IN = 100;

  /** The broken ones among photos: as a file says that is about these photos, or by looking. */
  static BrokenPhotos among(List<PhotoFile> photos, Path record, Console console) {
    BrokenPhotosFile file = BrokenPhotosFile.about(photos, record);
    Optional<BrokenPhotos> known = file.read();
    BrokenPhotos broken = known.orElseGet(() -> lookedAt(photos, console));
    broken.reasons.forEach(
        (name, reason) -> console.say("%s", "Left out: " + name + ": " + reason));
    broken.requireFew(photos.size());
    if (known.isEmpty()) {
      file.write(broken);
    }
    return broken;
  }

  Set<String> names() {
    return reasons.keySet();
  }

  private static BrokenPhotos lookedAt(List<PhotoFile> photos, Console console) {
    try (Progress progress = console.progress("Looking at the photos", "photos", photos.size())) {
      Map<String, String> reasons =
          photos.parallelStream()
              .flatMap(photo -> reason(photo, progress))
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      return new BrokenPhotos(new TreeMap<>(reasons));
    }
  }

  private static Stream<Map.Entry<String, String>> reason(PhotoFile photo, Progress progress) {
    try {
      Photos.read(photo);
      return Stream.empty();
    } catch (InvalidInputException e) {
      if (e.getCause() instanceof OutOfMemoryError) { // the JVM is at its end, not the photo
        throw e;
      }
      return Stream.of(Map.entry(photo.name(), String.valueOf(e.getMessage())));
    } finally {
      progress.advance(1);
    }
  }

  private void requireFew(int photos) {
    if (reasons.size() > Math.max(1, photos / ONE_IN)) {
      throw new DataException(
          reasons.size()
              + " of "
              + photos
              + " photos are broken, but at most one in "
              + ONE_IN
              + " was expected. Copy or unpack the photos again. The first is "
              + reasons.firstKey()
              + ": "
              + reasons.get(reasons.firstKey()));
    }
  }
}
