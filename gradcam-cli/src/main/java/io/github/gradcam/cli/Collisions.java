package io.github.gradcam.cli;

import io.github.gradcam.cli.photos.Identity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds results that would replace something that no force shall replace. */
final class Collisions {

  private Collisions() {}

  /**
   * The first collision there is.
   *
   * @param inputs what is read: photos, the model, labels
   * @param results every file that will be written
   * @return what is wrong with it, in a sentence
   */
  static Optional<String> among(List<Path> inputs, List<Path> results) {
    Set<Path> read = inputs.stream().map(Identity::of).collect(Collectors.toSet());
    Map<Path, Path> written = new HashMap<>();
    for (Path result : results) {
      Path identity = Identity.of(result);
      if (read.contains(identity)) {
        return Optional.of(result + " is read in this run, and would be replaced by a result.");
      }
      if (Files.isDirectory(result)) {
        return Optional.of(result + " is a folder, and a file would go there.");
      }
      if (written.put(identity, result) != null) {
        return Optional.of("Two results would go to " + result + ".");
      }
    }
    return written.keySet().stream()
        .flatMap(place -> Stream.iterate(place.getParent(), Objects::nonNull, Path::getParent))
        .filter(written::containsKey)
        .findFirst()
        .map(place -> place + " would have to be a file and a folder.");
  }
}
