package io.github.gradcam.cli.photos;

import io.github.gradcam.cli.result.FailedPhoto;
import java.util.List;

/**
 * What the places that a person named hold.
 *
 * @param photos in the order they were named, folders sorted by name
 * @param failures what could not be looked into
 * @param ignored how many files in folders are no photos by their names
 */
public record Found(List<FoundPhoto> photos, List<FailedPhoto> failures, int ignored) {

  /** Keeps the lists. */
  public Found {
    photos = List.copyOf(photos);
    failures = List.copyOf(failures);
  }
}
