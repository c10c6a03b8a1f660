package io.github.gradcam.cli.photos;

import io.github.gradcam.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * How much is done at once.
 *
 * @param threads how many batches are under way at a time
 * @param batch how many photos share a pass, at most
 * @param photoPixels how many pixels a photo may have
 */
public record Workload(int threads, int batch, long photoPixels) {

  /** Checks that something is done at all. */
  public Workload {
    if (threads < 1 || batch < 1 || photoPixels < 1) {
      throw new InvalidInputException(
          "--threads, --batch and --max-megapixels must be 1 or more, but are "
              + threads
              + ", "
              + batch
              + " and "
              + photoPixels / 1_000_000
              + ".");
    }
  }

  /** What the decoded photos of one batch may hold: 128 MiB, unless it is a single photo. */
  private static final long BATCH_PIXELS = 1L << 25;

  /**
   * The workload for a number of photos: no larger batches than give every thread some.
   *
   * @param photos how many photos there are
   * @return the fitting workload
   */
  public Workload of(int photos) {
    int fair = Math.max(1, Math.min(batch, (photos + threads - 1) / threads));
    return new Workload(
        Math.max(1, Math.min(threads, (photos + fair - 1) / fair)), fair, photoPixels);
  }

  long batchPixels() {
    return BATCH_PIXELS;
  }

  List<List<FoundPhoto>> batches(List<FoundPhoto> photos) {
    List<List<FoundPhoto>> batches = new ArrayList<>();
    for (int from = 0; from < photos.size(); from += batch) {
      batches.add(photos.subList(from, Math.min(photos.size(), from + batch)));
    }
    return batches;
  }
}
