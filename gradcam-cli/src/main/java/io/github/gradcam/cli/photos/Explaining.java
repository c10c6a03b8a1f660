package io.github.gradcam.cli.photos;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.cli.result.ExplainedPhoto;
import io.github.gradcam.cli.result.FailedPhoto;
import io.github.gradcam.cli.result.PhotoResult;
import io.github.gradcam.error.GradCamException;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.NonFiniteException;
import io.github.gradcam.image.Images;
import io.github.gradcam.target.Target;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Takes photos from their files through the model. Safe for any number of threads.
 *
 * @param gradCam the model, layer and method
 * @param target what shall be explained of each photo
 * @param pixelLimit how many pixels a photo may have
 * @param pixelBudget how many pixels of decoded photos one batch may hold, unless it is a single
 *     photo
 */
record Explaining(GradCam gradCam, Target target, long pixelLimit, long pixelBudget) {

  private static final double NANOS = 1e6;

  private record Read(FoundPhoto photo, BufferedImage pixels, long nanos) {}

  /**
   * Explains a batch, in as few passes as memory allows.
   *
   * @param photos the photos
   * @param stop asked before each photo
   * @param results takes each photo's result, in order
   */
  void explain(
      List<FoundPhoto> photos, BooleanSupplier stop, BiConsumer<FoundPhoto, PhotoResult> results) {
    List<Read> batch = new ArrayList<>();
    long pixels = 0;
    for (FoundPhoto photo : photos) {
      if (stop.getAsBoolean()) {
        return;
      }
      long start = System.nanoTime();
      BufferedImage image;
      try {
        image = Images.read(photo.file(), pixelLimit);
      } catch (InvalidInputException unreadable) {
        pixels = flush(batch, results); // what was read before is told first
        results.accept(photo, failed(photo, unreadable));
        continue;
      } catch (OutOfMemoryError full) {
        pixels = flush(batch, results);
        results.accept(photo, Memory.tooSmallFor(photo));
        continue;
      }
      long size = (long) image.getWidth() * image.getHeight();
      if (pixels + size > pixelBudget) {
        pixels = flush(batch, results);
      }
      pixels += size;
      batch.add(new Read(photo, image, System.nanoTime() - start));
    }
    pass(batch, results);
  }

  /** Explains what was read so far; returns how many pixels are held then. */
  private long flush(List<Read> batch, BiConsumer<FoundPhoto, PhotoResult> results) {
    pass(batch, results);
    batch.clear();
    return 0;
  }

  private void pass(List<Read> batch, BiConsumer<FoundPhoto, PhotoResult> results) {
    if (batch.isEmpty()) {
      return;
    }
    long start = System.nanoTime();
    List<List<Explanation>> explanations;
    try {
      explanations = gradCam.explain(batch.stream().map(Read::pixels).toList(), target);
    } catch (NonFiniteException broken) {
      alone(batch, failed(batch.get(0).photo(), broken), results);
      return;
    } catch (OutOfMemoryError full) {
      alone(batch, Memory.tooSmallFor(batch.get(0).photo()), results);
      return;
    }
    long share = (System.nanoTime() - start) / batch.size();
    for (int i = 0; i < batch.size(); i++) {
      Read read = batch.get(i);
      results.accept(
          read.photo(),
          new ExplainedPhoto(
              read.photo().file().toString(), explanations.get(i), (read.nanos() + share) / NANOS));
    }
  }

  /** One photo that the network cannot bear shall not spoil the others. */
  private void alone(
      List<Read> batch, FailedPhoto first, BiConsumer<FoundPhoto, PhotoResult> results) {
    if (batch.size() > 1) {
      batch.forEach(read -> pass(List.of(read), results));
    } else {
      results.accept(batch.get(0).photo(), first);
    }
  }

  private static FailedPhoto failed(FoundPhoto photo, GradCamException why) {
    return new FailedPhoto(photo.file().toString(), String.valueOf(why.getMessage()));
  }
}
